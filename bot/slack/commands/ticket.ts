import type { Middleware, SlackCommandMiddlewareArgs } from '@slack/bolt'
import { titleOf } from '../../../core/rich-text/title.ts'
import { plainTree } from '../../../core/rich-text/tree.ts'
import { escapeMarkdown } from '../../../core/rich-text/write-markdown.ts'
import { maxTitle } from '../../../core/tickets/ticket-texts.ts'
import type { SlackDependencies } from '../dependencies.ts'
import type { SlashCommand } from '../manifest/manifest-types.ts'
import { newTicketForm } from '../modals/new-ticket-form.ts'
import { openModal } from '../modals/open-modal.ts'
import { plainWords } from '../text/read-mrkdwn.ts'
import { linkAccount, linkCodeIn } from './link-account.ts'
import { handleOfCommand, numberIn, showNumbered } from './tickets.ts'

export const ticketCommand = {
  command: '/ticket',
  description: 'File a ticket with the support desk',
  usage_hint: '[title], a ticket’s number, or link CODE',
  should_escape: false,
} satisfies SlashCommand

/**
 * Opens the form at once, because its trigger_id expires after 3 s. `/ticket 42` shows a ticket instead, and
 * `/ticket link CODE` links an account.
 */
export const onTicketCommand =
  (deps: SlackDependencies): Middleware<SlackCommandMiddlewareArgs> =>
  async ({ ack, command, client, respond }) => {
    await ack()
    const code = linkCodeIn(command.text)
    if (code) return linkAccount(deps, { command, respond }, code)
    const number = numberIn(command.text)
    if (number !== null) return showNumbered(deps, { command, respond }, number)
    const form = await newTicketForm(deps, handleOfCommand(command), formOf(plainWords(command.text).trim()))
    await openModal(client, command.trigger_id, form, { respond, log: deps.log })
  }

/** What does not fit into the title goes into the description, with the rest. */
function formOf(typed: string) {
  const title = titleOf(plainTree(typed), maxTitle)
  return title === typed ? { title } : { title, description: escapeMarkdown(typed) }
}
