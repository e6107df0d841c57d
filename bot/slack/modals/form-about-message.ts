import type { webApi } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { SlackHandle } from '../../../core/users/handles/handles.ts'
import type { SlackDependencies } from '../dependencies.ts'
import { filesOf } from '../events/read-message.ts'
import type { ReadNamed } from '../text/find-names.ts'
import type { SlackContent } from '../text/read-content.ts'
import { ticketWords } from '../text/ticket-words.ts'
import { newTicketForm } from './new-ticket-form.ts'

export type FormDependencies = Pick<SlackDependencies, 'desk' | 'log' | 'has' | 'admit'> & { read: ReadNamed }

/** The form with a message filled in. Its files come with it. */
export async function formAboutMessage(
  deps: FormDependencies,
  client: webApi.WebClient,
  { by, bot }: { by: SlackHandle; bot: string | undefined },
  message: SlackContent,
): Promise<ModalView> {
  const app = { team: by.team, bot }
  return newTicketForm(deps, by, {
    ...(await ticketWords(deps.read, client, app, message)),
    files: deps.has('files:read') ? filesOf(message, app.team) : [],
  })
}
