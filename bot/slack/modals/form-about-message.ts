import type { webApi } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { SlackDependencies } from '../dependencies.ts'
import { filesOf } from '../events/read-message.ts'
import type { ReadNamed } from '../text/find-names.ts'
import type { SlackContent } from '../text/read-content.ts'
import { type AppInTeam, ticketWords } from '../text/ticket-words.ts'
import { newTicketForm } from './new-ticket-form.ts'

export type FormDependencies = Pick<SlackDependencies, 'desk' | 'log' | 'has'> & { read: ReadNamed }

/** The form with a message filled in. Its files come with it. */
export async function formAboutMessage(
  deps: FormDependencies,
  client: webApi.WebClient,
  app: AppInTeam,
  message: SlackContent,
): Promise<ModalView> {
  return newTicketForm(deps, {
    ...(await ticketWords(deps.read, client, app, message)),
    files: deps.has('files:read') ? filesOf(message, app.team) : [],
  })
}
