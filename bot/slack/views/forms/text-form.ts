import type { InputBlock, ModalView } from '@slack/types'
import { writeFormContext } from '../../form-context.ts'
import type { TicketReference } from '../../ticket-value.ts'
import { type CannedOffer, cannedReplySelect } from './canned-reply-select.ts'
import { modalTitle } from './message-modal.ts'

/** A form that asks for one text. @property maxLength characters; Slack takes at most 3,000 */
export type TextFormWords = {
  title: string
  label: string
  hint: string
  submit: string
  maxLength: number
}

const plain = (text: string) => ({ type: 'plain_text' as const, text })

/** The action id of the text's input, and its block id at first. */
export const textField = 'text'

/**
 * What a form shows apart from empty fields.
 * @property text what the input holds @property round how often the desk has filled it in. Slack keeps what is in an
 * input, so another text needs an input of another block id
 */
export type Prefilled = { canned?: CannedOffer | undefined; text?: string; round?: number }

/** @param callbackId says what happens with the text @param home see `FormContext` */
export const textForm = (
  callbackId: string,
  { title, label, hint, submit, maxLength }: TextFormWords,
  { id, number }: TicketReference,
  home?: string,
  { canned, text, round = 0 }: Prefilled = {},
): ModalView => ({
  type: 'modal',
  callback_id: callbackId,
  private_metadata: writeFormContext({ ticket: id, home }),
  title: modalTitle(`${title} ${number}`),
  submit: plain(submit),
  close: plain('Cancel'),
  blocks: [
    ...(canned ? cannedReplySelect(canned, round) : []),
    { ...textInput({ label, hint, maxLength, text }), block_id: blockIdIn(round) },
  ],
})

const blockIdIn = (round: number) => (round === 0 ? textField : `${textField}-${round}`)

/** What was typed, and the block that it was typed into. */
export function typedValue(values: ViewStateValues): { block: string; text: string; round: number } {
  const [block, inputs] = Object.entries(values).find(([, inputs]) => textField in inputs) ?? [textField, {}]
  return { block, text: inputs[textField]?.value ?? '', round: Number(block.split('-')[1] ?? 0) }
}

type ViewStateValues = Record<string, Record<string, { value?: string | null }>>

const textInput = ({
  label,
  hint,
  maxLength,
  text,
}: Pick<TextFormWords, 'label' | 'hint' | 'maxLength'> & { text: string | undefined }): InputBlock => ({
  type: 'input',
  label: plain(label),
  hint: plain(hint),
  element: {
    type: 'plain_text_input',
    action_id: textField,
    multiline: true,
    focus_on_load: true,
    max_length: Math.min(maxLength, 3_000),
    ...(text ? { initial_value: text } : {}),
  },
})
