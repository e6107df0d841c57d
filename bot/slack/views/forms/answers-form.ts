import type { ModalView } from '@slack/types'
import type { Ticket } from '../../../../core/tickets/ticket.ts'
import { type FormContext, writeFormContext } from '../../form-context.ts'
import { answersAction } from '../cards/ticket-buttons.ts'
import { fieldInput } from './field-input.ts'
import { type AskingCategory, fieldBlockId } from './field-inputs.ts'
import { modalTitle } from './message-modal.ts'

type Answered = Pick<Ticket, '_id' | 'number' | 'fields'>

/** What a ticket asks, as a category does. */
export const askedBy = ({ _id, fields = [] }: Pick<Ticket, '_id' | 'fields'>): AskingCategory => ({
  id: _id,
  name: '',
  form: { version: 0, fields },
})

/** The form that changes the answers of a ticket. Its action id is that of the button. */
export const answersForm = (ticket: Answered, context: Pick<FormContext, 'home' | 'seenAt'>): ModalView => ({
  type: 'modal',
  callback_id: answersAction,
  private_metadata: writeFormContext({ ticket: ticket._id, ...context }),
  title: modalTitle(`Answers for #${ticket.number}`),
  submit: { type: 'plain_text', text: 'Save' },
  close: { type: 'plain_text', text: 'Cancel' },
  blocks: (ticket.fields ?? []).map((field) =>
    fieldInput(fieldBlockId(askedBy(ticket), field), field, field.value),
  ),
})
