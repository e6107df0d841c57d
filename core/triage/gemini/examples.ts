import { findSecrets, withoutSecrets } from '../../secrets/find-secrets.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import type { SimilarAtTriage } from '../similar/similar-at-triage.ts'
import { resolutionWords } from '../similar/similar-view.ts'

/**
 * A similar resolved ticket with its final labels.
 * @property words what people wrote, without secrets; null: some moderators may not see it, so only labels are sent
 */
export type Example = Pick<Ticket, 'category' | 'priority' | 'skills'> & {
  words: { title: string; resolution: string } | null
}

export const examplesOf = (resolved: SimilarAtTriage['resolved']): Promise<Example[]> =>
  Promise.all(
    resolved.map(async ({ ticket: { category, priority, skills, title, resolution }, isShared }) => ({
      ...{ category, priority, skills },
      words: isShared
        ? {
            title: await redacted(title),
            resolution: await redacted(resolutionWords(resolution?.text ?? '')),
          }
        : null,
    })),
  )

const redacted = async (text: string) => withoutSecrets(text, await findSecrets(text))
