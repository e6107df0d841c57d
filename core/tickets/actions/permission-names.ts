import type { Actor } from '../../users/user.ts'
import { may, type Permission } from '../permissions.ts'
import type { Ticket } from '../ticket.ts'
import { type ActionName, actions } from './actions.ts'

/** The names under which the API's `may` tells what a person may do. */
export type PermissionName = {
  [Name in ActionName]: keyof (typeof actions)[Name]['permissions'] & string
}[ActionName]

export const permissions = Object.assign(
  {},
  ...Object.values(actions).map((one) => one.permissions),
) as Record<PermissionName, Permission>
export const permissionNames = Object.keys(permissions) as PermissionName[]

/** What a person may do with a ticket, by the name of each permission. */
export const permissionsOf = (actor: Actor, ticket: Ticket) =>
  Object.fromEntries(permissionNames.map((name) => [name, may(actor, permissions[name], ticket)]))
