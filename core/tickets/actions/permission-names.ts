import type { Actor } from '../../users/user.ts'
import { may, type Permission } from '../permissions.ts'
import type { Ticket } from '../ticket.ts'
import { type ActionName, actions } from './actions.ts'

/** The names of all permissions, as in the API's `may`. */
export type PermissionName = {
  [Name in ActionName]: keyof (typeof actions)[Name]['permissions'] & string
}[ActionName]

export const permissions = Object.assign(
  {},
  ...Object.values(actions).map((one) => one.permissions),
) as Record<PermissionName, Permission>
export const permissionNames = Object.keys(permissions) as PermissionName[]

/** Which permissions a person has on a ticket, by name. */
export const permissionsOf = (actor: Actor, ticket: Ticket) =>
  Object.fromEntries(permissionNames.map((name) => [name, may(actor, permissions[name], ticket)]))
