import { isId } from '../../core/ids.ts'
import type { ActionName } from '../../core/tickets/actions/actions.ts'
import { type ButtonAction, buttonActions } from '../../core/tickets/actions/button-actions.ts'

/** The custom id of a button and of its modal. Never change the format: buttons on old cards keep theirs for years. */
export const customIdOf = (name: ActionName, ticket: string) => `${name}:${ticket}`

/** @returns null for an id that is not ours, e.g. of an older version */
export function readCustomId(customId: string): (ButtonAction & { ticket: string }) | null {
  const [wanted, ticket = ''] = customId.split(':')
  const known = buttonActions.find(({ name }) => name === wanted)
  return known && isId(ticket) ? { ...known, ticket } : null
}
