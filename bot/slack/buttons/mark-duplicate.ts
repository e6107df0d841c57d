import { markDuplicate } from '../../../core/tickets/actions/mark-duplicate.ts'
import type { SlackDependencies } from '../dependencies.ts'
import type { ButtonHandler } from '../handlers.ts'
import { readSameValue } from '../same-value.ts'
import { performOnPress } from './perform-on-press.ts'

/** Marks the ticket of a card as a duplicate of the one that the button names. */
export const onDuplicatePressed =
  (deps: SlackDependencies): ButtonHandler =>
  (pressed) => {
    const { of } = readSameValue(pressed.action.value)
    return performOnPress(deps, markDuplicate, { of }, { confirms: true })(pressed)
  }
