import type { Desk } from '../../core/desk.ts'
import type { createOrder } from '../../core/in-order.ts'
import type { Log } from '../../core/log.ts'
import type { Admit } from './admission.ts'
import type { Gaps } from './history/gaps.ts'
import type { Scope } from './manifest/scopes.ts'

/** @property inOrder runs work in the order of the events of one conversation */
export type InOrder = { inOrder: ReturnType<typeof createOrder>['inOrder'] }

/**
 * The dependencies of handlers.
 * @property appUrl the console's address
 * @property has whether the installed app has a scope; false until Slack has said so
 * @property admit says who may get an account
 * @property gaps where messages may be missing
 * @property moderatorsChannel id of the moderators' channel, if there is one
 */
export type SlackDependencies = {
  desk: Desk
  appUrl: string
  log: Log
  has: (scope: Scope) => boolean
  admit: Admit
  gaps: Gaps
  moderatorsChannel: string | undefined
}
