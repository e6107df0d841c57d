import type { Middleware, SlackCommandMiddlewareArgs } from '@slack/bolt'
import type { SlackDependencies } from '../dependencies.ts'
import type { SlashCommand } from '../manifest-types.ts'
import { markdownOf } from '../markup.ts'
import { openModal } from '../modals/open-modal.ts'
import { ticketModal } from '../views/ticket-modal.ts'

export const ticketCommand = {
  command: '/ticket',
  description: 'File a ticket with the support desk',
  usage_hint: '[title]',
  should_escape: false,
} satisfies SlashCommand

/** Nothing before the form: its trigger_id lives 3 s. */
export const onTicketCommand =
  ({ log }: Pick<SlackDependencies, 'log'>): Middleware<SlackCommandMiddlewareArgs> =>
  async ({ ack, command, client, respond }) => {
    await ack()
    const form = ticketModal({ title: markdownOf(command.text) })
    await openModal(client, command.trigger_id, form, { respond, log })
  }
