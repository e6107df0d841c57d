import type { Desk } from '../../core/desk.ts'
import type { Log } from '../../core/log.ts'

/** The dependencies of handlers. @property appUrl the console's address */
export type SlackDependencies = { desk: Desk; appUrl: string; log: Log }
