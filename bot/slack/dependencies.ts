import type { Desk } from '../../core/desk.ts'
import type { Log } from '../../core/log.ts'

/** What handlers need. `appUrl` is the console's address. */
export type SlackDependencies = { desk: Desk; appUrl: string; log: Log }
