import type { Desk } from '../../core/desk.ts'
import type { createOrder } from '../../core/in-order.ts'
import type { Log } from '../../core/log.ts'
import type { Scope } from './manifest/scopes.ts'

/** @property inOrder runs work in the order of the events of one conversation */
export type InOrder = { inOrder: ReturnType<typeof createOrder>['inOrder'] }

/**
 * The dependencies of handlers.
 * @property appUrl the console's address
 * @property has whether the installed app has a scope; false until Slack has said so
 */
export type SlackDependencies = { desk: Desk; appUrl: string; log: Log; has: (scope: Scope) => boolean }
