import type { ModalView } from '@slack/types'
import pTimeout from 'p-timeout'
import { offeredOf } from '../../../core/catalog/names.ts'
import type { SlackHandle } from '../../../core/users/handles/handles.ts'
import { briefError } from '../connection/brief-error.ts'
import type { SlackDependencies } from '../dependencies.ts'
import { messageModal } from '../views/forms/message-modal.ts'
import { type OfferedCategory, type Prefilled, ticketModal } from '../views/forms/ticket-modal.ts'

/** Slack wants a form within 3 s, in which names may have to be looked up too. */
const lookUpWithinMs = 800

/**
 * The form for a new ticket, or why this person can file none. When the database is slow, it opens without categories, and
 * the submission says it.
 */
export async function newTicketForm(
  deps: Pick<SlackDependencies, 'desk' | 'log' | 'has' | 'admit'>,
  by: SlackHandle,
  prefilled: Omit<Prefilled, 'takesFiles' | 'categories'> = {},
): Promise<ModalView> {
  const [refusal, categories] = await Promise.all([refusalInTime(deps, by), categoriesIn(deps)])
  if (refusal) return messageModal('Support desk', refusal)
  return ticketModal({ ...prefilled, takesFiles: deps.has('files:read'), categories })
}

const refusalInTime = ({ admit, log }: Pick<SlackDependencies, 'admit' | 'log'>, by: SlackHandle) =>
  pTimeout(admit(by), { milliseconds: lookUpWithinMs, fallback: () => null }).catch((error: unknown) => {
    log.warn({ err: briefError(error) }, 'A form on Slack opens for somebody who may be refused')
    return null
  })

async function categoriesIn({
  desk,
  log,
}: Pick<SlackDependencies, 'desk' | 'log'>): Promise<OfferedCategory[]> {
  try {
    const lists = await pTimeout(desk.catalog.read(), { milliseconds: lookUpWithinMs })
    return offeredOf(lists).categories.toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
  } catch (error) {
    log.warn({ err: briefError(error) }, 'A form on Slack opens without categories')
    return []
  }
}
