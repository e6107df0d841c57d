import type { webApi } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { SlackDependencies } from '../dependencies.ts'
import { filesOf } from '../events/read-message.ts'
import type { ReadNamed } from '../text/find-names.ts'
import type { SlackContent } from '../text/read-content.ts'
import { type AppInTeam, ticketWords } from '../text/ticket-words.ts'
import { ticketModal } from '../views/ticket-modal.ts'

export type FormDependencies = Pick<SlackDependencies, 'log' | 'has'> & { read: ReadNamed }

/** The form with a message filled in. Its files come with it. */
export async function formAboutMessage(
  { read, has }: FormDependencies,
  client: webApi.WebClient,
  app: AppInTeam,
  message: SlackContent,
): Promise<ModalView> {
  const takesFiles = has('files:read')
  return ticketModal({
    ...(await ticketWords(read, client, app, message)),
    files: takesFiles ? filesOf(message, app.team) : [],
    takesFiles,
  })
}
