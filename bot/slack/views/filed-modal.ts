import type { ModalView } from '@slack/types'

/** Replaces the form once the ticket is stored. The card follows as soon as Slack accepts it. */
export const filedModal = (number: number): ModalView => ({
  type: 'modal',
  title: { type: 'plain_text', text: 'Ticket filed' },
  close: { type: 'plain_text', text: 'Close' },
  blocks: [
    {
      type: 'section',
      text: {
        type: 'mrkdwn',
        text: `:white_check_mark: Filed as *#${number}*. You find it in your messages with this app. Answers arrive there, and you can reply in its thread.`,
      },
    },
  ],
})
