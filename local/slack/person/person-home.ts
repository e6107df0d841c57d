import { viewAction } from '../interactions.ts'
import type { SlackContext } from '../methods/method.ts'
import { controlsOf, showBlocks } from '../show-blocks.ts'
import type { Person } from '../workspace.ts'
import type { Interact, Outcome } from './outcome.ts'

type Options = {
  context: SlackContext
  person: Person
  interact: Interact
}

/** What a person sees and does in the App Home. */
export function personHome({ context: { workspace, views, appEvents }, person, interact }: Options) {
  /** Opens the App Home. */
  function openHome() {
    const view = views.home(person.id)
    appEvents.homeOpened(workspace.dm(person.id), person.id, view)
  }

  /** The App Home in words; empty before the app has published one. */
  function home(): string {
    const view = views.home(person.id)
    return view ? showBlocks(workspace, view.blocks) : ''
  }

  /** Presses a button in the App Home. */
  async function clickHome({
    blockId,
    actionId,
    value,
  }: {
    blockId?: string
    actionId: string
    value?: string
  }): Promise<Outcome> {
    const view = views.home(person.id)
    const control = controlsOf(view?.blocks).find(
      (one) =>
        one.element.action_id === actionId &&
        (blockId === undefined || one.blockId === blockId) &&
        (value === undefined || one.element.value === value),
    )
    if (!view || !control) throw new Error(`${person.realName} sees no ${actionId} in the home:\n${home()}`)
    const { type, action_id, text } = control.element
    const action = { type, action_id, block_id: control.blockId, text, value: control.element.value }
    const triggerId = views.trigger(person.id)
    return interact(viewAction(workspace, person, { view, values: {}, action, triggerId }))
  }

  return { openHome, home, clickHome }
}
