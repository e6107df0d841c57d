import { findSecrets, withoutSecrets } from '../../secrets/find-secrets.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import type { SimilarAtTriage } from '../similar/similar-at-triage.ts'
import { resolutionWords } from '../similar/similar-view.ts'

/**
 * A similar ticket that is resolved, and what it was.
 * @property words what people wrote, without secrets; null: not every moderator may see it, so only its labels are told
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
