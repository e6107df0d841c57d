import type { ModalView } from '@slack/types'
import pTimeout from 'p-timeout'
import { offeredOf } from '../../../core/catalog/names.ts'
import { briefError } from '../connection/brief-error.ts'
import type { SlackDependencies } from '../dependencies.ts'
import { type OfferedCategory, type Prefilled, ticketModal } from '../views/ticket-modal.ts'

/** Slack wants a form within 3 s, in which names may have to be looked up too. */
const lookUpWithinMs = 800

/** The form for a new ticket. When the database is slow, it opens without categories. */
export const newTicketForm = async (
  deps: Pick<SlackDependencies, 'desk' | 'log' | 'has'>,
  prefilled: Omit<Prefilled, 'takesFiles' | 'categories'> = {},
): Promise<ModalView> =>
  ticketModal({ ...prefilled, takesFiles: deps.has('files:read'), categories: await categoriesIn(deps) })

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
