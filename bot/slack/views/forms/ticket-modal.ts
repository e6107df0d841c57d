import type { ContextBlock, InputBlock, ModalView, PlainTextOption } from '@slack/types'
import type { IncomingFile } from '../../../../core/attachments/attached-file.ts'
import { readMarkdown } from '../../../../core/rich-text/read-markdown.ts'
import { safeLine } from '../../../../core/text/line.ts'
import { sentence } from '../../../../core/text/sentence.ts'
import { type Urgency, urgencies } from '../../../../core/tickets/ticket-values.ts'
import { urgencyLine } from '../../../../core/tickets/urgency-words.ts'
import { writeRichText } from '../../text/write-rich-text.ts'
import { writeTicketForm } from '../../ticket-form-context.ts'
import { truncate } from '../markup.ts'
import { plainText } from '../sentence.ts'

export const ticketModalId = 'file_ticket'

/** The block ids. They equal the field names in `newTicketSchema`, so its errors appear at the right fields. */
export const modalFields = ['title', 'description', 'category', 'urgency'] as const
export type ModalField = (typeof modalFields)[number]
/** The action id of the input in each block but the category's. */
export const inputId = 'answer'

const plain = (text: string) => ({ type: 'plain_text' as const, text })

const option = (urgency: Urgency): PlainTextOption => ({ text: plain(urgencyLine(urgency)), value: urgency })

/**
 * What the form holds when it opens.
 * @property files those of the message that the form is about
 * @property description in Markdown
 * @property takesFiles whether the app may ask for files
 * @property categories to choose from
 */
export type Prefilled = {
  title?: string
  description?: string
  files?: IncomingFile[]
  takesFiles?: boolean
  categories?: OfferedCategory[]
}
export type OfferedCategory = { id: string; name: string }

/**
 * The form for a new ticket. The desk checks the title's minimum length itself, since its message says more than
 * Slack's.
 */
export function ticketModal({
  files = [],
  takesFiles,
  categories = [],
  ...prefilled
}: Prefilled = {}): ModalView {
  return {
    type: 'modal',
    callback_id: ticketModalId,
    private_metadata: writeTicketForm({ files }),
    title: plain('File a ticket'),
    submit: plain('File ticket'),
    close: plain('Cancel'),
    blocks: [
      titleInput(prefilled.title && safeLine(prefilled.title)),
      descriptionInput(prefilled.description),
      ...categoryInput(categories),
      urgencyInput,
      ...(takesFiles ? [filesInput] : []),
      ...(files.length > 0 ? [attached(files)] : []),
    ],
  }
}

const startingWith = (text: string | undefined, max: number) =>
  text?.trim() ? { initial_value: truncate(text.trim(), max) } : {}

const titleInput = (title: string | undefined): InputBlock => ({
  type: 'input',
  block_id: 'title',
  label: plain('Title'),
  element: {
    type: 'plain_text_input',
    action_id: inputId,
    max_length: 150,
    placeholder: plain('Printer on the 3rd floor prints blank pages'),
    focus_on_load: !title?.trim(),
    ...startingWith(title, 150),
  },
})

/**
 * Slack names no limit for what is typed here. A submission without words may have none of the elements.
 * https://docs.slack.dev/reference/block-kit/block-elements/rich-text-input-element
 */
const descriptionInput = (markdown = ''): InputBlock => ({
  type: 'input',
  block_id: 'description',
  label: plain('What happened?'),
  element: {
    type: 'rich_text_input',
    action_id: inputId,
    ...(markdown.trim() ? { initial_value: writeRichText(readMarkdown(markdown.trim())) } : {}),
  },
})

/** Tells the desk at once which category is chosen, so that the form shows its fields. */
export const categoryAction = 'ticket_category'

/** The value of the first choice: no category has such an id. */
export const noCategory = 'triage'
/** Slack offers at most 100 options. */
const maxCategories = 99

/** A desk with more categories than Slack can offer leaves the choice to triage. */
function categoryInput(categories: OfferedCategory[]): InputBlock[] {
  if (categories.length === 0 || categories.length > maxCategories) return []
  const undecided: PlainTextOption = { text: plain('Let triage decide'), value: noCategory }
  const options = categories.map(({ id, name }) => ({ text: plainText(sentence`${name}`, 75), value: id }))
  return [
    {
      type: 'input',
      block_id: 'category',
      dispatch_action: true,
      label: plain('Category'),
      element: {
        type: 'static_select',
        action_id: categoryAction,
        options: [undecided, ...options],
        initial_option: undecided,
      },
    },
  ]
}

const urgencyInput: InputBlock = {
  type: 'input',
  block_id: 'urgency',
  label: plain('How urgent is it?'),
  element: {
    type: 'static_select',
    action_id: inputId,
    options: urgencies.map(option),
    initial_option: option('normal'),
  },
}

export const filesField = 'files'

/** It needs the scope files:read: https://docs.slack.dev/reference/block-kit/block-elements/file-input-element */
const filesInput: InputBlock = {
  type: 'input',
  block_id: filesField,
  optional: true,
  label: plain('Files'),
  element: { type: 'file_input', action_id: inputId, max_files: 10 },
}

const attached = (files: IncomingFile[]): ContextBlock => ({
  type: 'context',
  elements: [plainText(sentence`From the message: ${files.map(({ name }) => name).join(', ')}`, 2_000)],
})
