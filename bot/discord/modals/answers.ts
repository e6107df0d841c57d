import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10'
import { openFields } from '../../../core/tickets/fields/open-fields.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { answersIdOf } from '../answers-id.ts'
import { fieldInput, maxInputs } from './field-input.ts'

/** Asks for the first answers that are missing, required ones before others. @returns null when none is */
export function answersModal(
  ticket: Pick<Ticket, '_id' | 'number' | 'fields'>,
): APIModalInteractionResponseCallbackData | null {
  const open = openFields(ticket)
  if (open.length === 0) return null
  return {
    custom_id: answersIdOf(ticket._id),
    title: `Answers for #${ticket.number}`,
    components: open.slice(0, maxInputs).map((field) => fieldInput(field)),
  }
}
