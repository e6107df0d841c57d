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
  async ({ ack, command, client }) => {
    await ack()
    const where = { channel: command.channel_id, user: command.user_id }
    await openModal(client, command.trigger_id, ticketModal({ title: markdownOf(command.text) }), where, log)
  }
