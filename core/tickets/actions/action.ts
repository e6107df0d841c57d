import { z } from 'zod'
import type { Desk } from '../../desk.ts'
import type { Act, Change } from '../change.ts'
import type { Permission } from '../permissions.ts'
import type { Ticket } from '../ticket.ts'

/** Somebody asks for an action. */
export type Asked<Input> = Act & { input: Input }

/** A button for the action on the moderators' card. What a person may do is checked at the click. */
export type CardButton = {
  label: string
  style: 'primary' | 'secondary' | 'success'
  isShown: (ticket: Ticket) => boolean
  /** The one text that the action needs as input. The surface asks for it before it performs the action. */
  ask?: { field: string; label: string; description: string; maxLength: number }
}

/** Everything about one action on a ticket. `perform` runs it; API, buttons and the console's `may` read it. */
export type TicketAction<
  Input = unknown,
  Prepared = unknown,
  Permissions extends Record<string, Permission> = Record<string, Permission>,
> = {
  input: z.ZodType<Input>
  /** Who may. The API's `may` lists each under its name. */
  permissions: Permissions
  /** Which permissions this request takes. Default: all of the action's own. */
  needs?(ticket: Ticket, asked: Asked<Input>): Permission[]
  /** What the decision has to know besides the ticket. Runs again on each try, so it must be repeatable. */
  prepare?(desk: Desk, ticket: Ticket, asked: Asked<Input>): Promise<Prepared>
  /** The pure decision: what changes, the history line, and whom to notify. Null: nothing to do. Throws refusals. */
  decide(ticket: Ticket, asked: Asked<Input> & { prepared: Prepared }): Change | null
  /** What is done before the answer rather than later. The change's effects must include it, in case the desk dies. */
  finish?(desk: Desk, ticket: Ticket): Promise<Ticket>
  /** summary and success: for the API's documentation; done: tells whoever pressed the button */
  words: { summary: string; success: string; done?: (ticket: Ticket) => string }
  /** for the API's documentation */
  example?: Input
  button?: CardButton
}

/** Checks an action's types where it is written. */
export const defineAction = <
  Input,
  const Permissions extends Record<string, Permission>,
  Prepared = undefined,
>(
  action: TicketAction<Input, Prepared, Permissions>,
) => action

/** For actions that need only the ticket's id. */
export const noInput = z.strictObject({})
