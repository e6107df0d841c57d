import type { TicketAction } from './action.ts'
import { assign } from './assign.ts'
import { claim } from './claim.ts'
import { close } from './close.ts'
import { comment } from './comment.ts'
import { deleteTicket } from './delete.ts'
import { edit } from './edit.ts'
import { markDuplicate } from './mark-duplicate.ts'
import { rate } from './rate.ts'
import { redact } from './redact.ts'
import { release } from './release.ts'
import { reopen } from './reopen.ts'
import { resolve } from './resolve.ts'
import { unmarkDuplicate } from './unmark-duplicate.ts'
import { unwatch } from './unwatch.ts'
import { wait } from './wait.ts'
import { watch } from './watch.ts'

/** All actions on tickets. Buttons appear on the card in this order. */
export const actions = {
  edit,
  claim,
  release,
  wait,
  reopen,
  resolve,
  close,
  redact,
  assign,
  comment,
  delete: deleteTicket,
  watch,
  unwatch,
  'mark-duplicate': markDuplicate,
  'unmark-duplicate': unmarkDuplicate,
  rate,
} satisfies Record<string, TicketAction>

export type ActionName = keyof typeof actions
export const actionNames = Object.keys(actions) as ActionName[]

/** The action of a name, without its specific types. */
export const actionOf = (name: ActionName): TicketAction => actions[name]
