import type { ModalView, PlainTextOption } from '@slack/types'
import type { Assignee } from '../../../../core/triage/list-assignees.ts'
import { writeFormContext } from '../../form-context.ts'
import type { TicketReference } from '../../ticket-value.ts'
import { assignAction } from '../cards/ticket-buttons.ts'
import { truncate } from '../markup.ts'
import { modalTitle } from './message-modal.ts'

/** The block id and the action id of the one input. */
export const assigneeField = 'assignee'
/** The most people that a menu on Slack offers. */
export const maxOffered = 100

const plain = (text: string) => ({ type: 'plain_text' as const, text, emoji: false })

/** Asks whom to give the ticket to. @param people best first, at least one @param home see `FormContext` */
export const assignForm = (
  { id, number }: TicketReference,
  people: Assignee[],
  home?: string,
): ModalView => ({
  type: 'modal',
  callback_id: assignAction,
  private_metadata: writeFormContext({ ticket: id, home }),
  title: modalTitle(`Assign ${number}`),
  submit: plain('Assign'),
  close: plain('Cancel'),
  blocks: [
    {
      type: 'input',
      block_id: assigneeField,
      label: plain('Assign to'),
      hint: plain('Both of you are notified.'),
      element: {
        type: 'static_select',
        action_id: assigneeField,
        placeholder: plain('Choose somebody'),
        options: people.slice(0, maxOffered).map(optionOf),
      },
    },
  ],
})

/** Slack allows 75 characters in each. */
const optionOf = ({ id, name, onDuty, matching, load, capacity }: Assignee): PlainTextOption => {
  const facts = [
    onDuty ? 'on duty' : 'off duty',
    `${load} of ${capacity} tickets`,
    ...(matching.length > 0 ? [`knows ${matching.join(', ')}`] : []),
  ]
  return { text: plain(truncate(name, 75)), value: id, description: plain(truncate(facts.join(', '), 75)) }
}
