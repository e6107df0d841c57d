import type { InputBlock, ModalView, PlainTextOption } from '@slack/types'
import { type Urgency, urgencies } from '../../../core/tickets/ticket.ts'
import { cut } from './markup.ts'

export const ticketModalId = 'file_ticket'

/** Block ids are the fields' names in `newTicketSchema`, so that what it objects to is shown at the field. */
export const modalFields = ['title', 'description', 'urgency'] as const
export type ModalField = (typeof modalFields)[number]
/** Every block has one element. */
export const answer = 'answer'

const plain = (text: string) => ({ type: 'plain_text' as const, text })

export const urgencyWords: Record<Urgency, string> = {
  low: 'Low: it can wait',
  normal: 'Normal: I can work around it',
  high: 'High: I can hardly work',
  critical: 'Critical: many people cannot work',
}

const option = (urgency: Urgency): PlainTextOption => ({ text: plain(urgencyWords[urgency]), value: urgency })

/** The form for a new ticket. A short title is refused by the desk's own words, not by Slack's `min_length`. */
export function ticketModal(prefilled: { title?: string; description?: string } = {}): ModalView {
  return {
    type: 'modal',
    callback_id: ticketModalId,
    title: plain('File a ticket'),
    submit: plain('File it'),
    close: plain('Cancel'),
    blocks: [titleInput(prefilled.title), descriptionInput(prefilled.description), urgencyInput],
  }
}

const startingWith = (text: string | undefined, max: number) =>
  text?.trim() ? { initial_value: cut(text.trim(), max) } : {}

const titleInput = (title: string | undefined): InputBlock => ({
  type: 'input',
  block_id: 'title',
  label: plain('Title'),
  element: {
    type: 'plain_text_input',
    action_id: answer,
    max_length: 150,
    placeholder: plain('Printer on the 3rd floor prints blank pages'),
    focus_on_load: !title?.trim(),
    ...startingWith(title, 150),
  },
})

/** Slack takes at most 3,000 characters in one input. */
const descriptionInput = (description: string | undefined): InputBlock => ({
  type: 'input',
  block_id: 'description',
  label: plain('What happened?'),
  hint: plain('Markdown works here: **bold**, `code`, - lists.'),
  element: {
    type: 'plain_text_input',
    action_id: answer,
    multiline: true,
    max_length: 3_000,
    ...startingWith(description, 3_000),
  },
})

const urgencyInput: InputBlock = {
  type: 'input',
  block_id: 'urgency',
  label: plain('How urgent is it for you?'),
  element: {
    type: 'static_select',
    action_id: answer,
    options: urgencies.map(option),
    initial_option: option('normal'),
  },
}
