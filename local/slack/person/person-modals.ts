import type { SlackContext } from '../methods/method.ts'
import type { createDelivery } from '../transport/deliver.ts'
import type { StoredView } from '../views.ts'
import type { createWatch } from '../watch.ts'
import type { Person } from '../workspace.ts'
import { createModal, type Modal } from './modal.ts'

type Options = {
  context: SlackContext
  person: Person
  deliver: ReturnType<typeof createDelivery>['interaction']
  waitFor: ReturnType<typeof createWatch>['waitFor']
  /** ids of the modals that were returned before, to anybody */
  taken: Set<string>
}

/** The modals that are open for a person. */
export function personModals({ context: { workspace, views }, person, deliver, waitFor, taken }: Options) {
  const modalOf = (shown: StoredView) => createModal({ workspace, views, person, shown, deliver })

  return {
    /** Waits for a modal that was not returned before, and gives it. */
    async modal({
      timeoutMs = 3000,
      callbackId,
    }: {
      timeoutMs?: number
      callbackId?: string
    } = {}): Promise<Modal> {
      const what = `a modal${callbackId ? ` ${callbackId}` : ''} for ${person.realName}`
      const shown = await waitFor(
        () => {
          const top = views.top(person.id)
          return top && !taken.has(top.id) && (!callbackId || top.callback_id === callbackId) && top
        },
        { timeoutMs, what },
      )
      taken.add(shown.id)
      return modalOf(shown)
    },

    /** The topmost open modal, which must be the one that is meant. */
    openModal(viewId: string): Modal {
      const top = views.top(person.id)
      if (top?.id !== viewId) throw new Error(`${person.realName} sees no modal ${viewId}.`)
      return modalOf(top)
    },
  }
}
