import type { InputBlock, ModalView } from '@slack/types'
import { writeFormContext } from '../form-context.ts'
import type { TicketReference } from '../ticket-value.ts'
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

/** The block id and the action id of the one input. */
export const textField = 'text'

/** @param callbackId says what happens with the text @param home see `FormContext` */
export const textForm = (
  callbackId: string,
  { title, label, hint, submit, maxLength }: TextFormWords,
  { id, number }: TicketReference,
  home?: string,
): ModalView => ({
  type: 'modal',
  callback_id: callbackId,
  private_metadata: writeFormContext({ ticket: id, home }),
  title: modalTitle(`${title} ${number}`),
  submit: plain(submit),
  close: plain('Cancel'),
  blocks: [textInput({ label, hint, maxLength })],
})

const textInput = ({
  label,
  hint,
  maxLength,
}: Pick<TextFormWords, 'label' | 'hint' | 'maxLength'>): InputBlock => ({
  type: 'input',
  block_id: textField,
  label: plain(label),
  hint: plain(hint),
  element: {
    type: 'plain_text_input',
    action_id: textField,
    multiline: true,
    focus_on_load: true,
    max_length: Math.min(maxLength, 3_000),
  },
})
