import { z } from 'zod'
import type { Desk } from '../../desk.ts'
import type { Sentence } from '../../text/sentence.ts'
import type { LimitedKind } from '../../users/limits/limits.ts'
import type { Act, Change } from '../change.ts'
import type { Permission } from '../permissions.ts'
import type { Ticket } from '../ticket.ts'

/** A request to perform an action. */
export type Asked<Input> = Act & { input: Input }

/** A button on the moderators' card. Everyone sees it. Permissions are checked at the click. */
export type CardButton = {
  label: string
  style: 'primary' | 'secondary' | 'success'
  isShown: (ticket: Ticket) => boolean
  /** The text that the action needs as input. The surface asks for it before it performs the action. */
  ask?: { field: string; label: string; description: string; maxLength: number }
}

/**
 * Everything about one action on a ticket. `perform` runs it. The API, the card buttons and the console's `may` read
 * it.
 */
export type TicketAction<
  Input = unknown,
  Prepared = unknown,
  Permissions extends Record<string, Permission> = Record<string, Permission>,
> = {
  input: z.ZodType<Input>
  /** The permissions of this action. The API's `may` lists each under its name. */
  permissions: Permissions
  /** The permissions that this request needs. Default: all of the action's own. */
  needs?(ticket: Ticket, asked: Asked<Input>): Permission[]
  /** What of a person's allowance it uses. Default: `changes`. */
  uses?: LimitedKind
  /** Loads what the decision needs apart from the ticket. It runs again on each try, so it must be idempotent. */
  prepare?(desk: Desk, ticket: Ticket, asked: Asked<Input>): Promise<Prepared>
  /** The pure decision: what changes, the history entries, and whom to notify. Null: nothing to do. Throws refusals. */
  decide(ticket: Ticket, asked: Asked<Input> & { prepared: Prepared }): Change | null
  /**
   * Work to finish before the action returns. The change's effects must include it too, in case the process dies first.
   */
  finish?(desk: Desk, ticket: Ticket): Promise<Ticket>
  /** `summary` and `success` are for the API's documentation. `done` is shown to the person who pressed the button. */
  words: { summary: string; success: string; done?: (ticket: Ticket) => Sentence }
  /** for the API's documentation */
  example?: Input
  button?: CardButton
}

/** Infers an action's types from its definition and checks them. */
export const defineAction = <
  Input,
  const Permissions extends Record<string, Permission>,
  Prepared = undefined,
>(
  action: TicketAction<Input, Prepared, Permissions>,
) => action

/** For actions that need only the ticket's id. */
export const noInput = z.strictObject({})
