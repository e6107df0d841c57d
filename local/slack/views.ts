import type { ModalView, View } from '@slack/types'
import { noRecords, type RecordsFile } from '../records.ts'
import type { Workspace } from './create-workspace.ts'
import { failure } from './failure.ts'
import { problemsOfView } from './schemas/view-schema.ts'

/** A view as Slack keeps and sends it. */
export type StoredView = View & {
  id: string
  team_id: string
  app_id: string
  bot_id: string
  hash: string
  state: { values: Record<string, Record<string, object>> }
  root_view_id: string
  previous_view_id: string | null
  private_metadata: string
  callback_id: string
  external_id: string
}

/** Slack lets an app stack this many modals. */
const stackLimit = 3

type Stack = { userId: string; stack: StoredView[] }
type Home = { userId: string; view: StoredView }

export type Views = ReturnType<typeof createViews>

/**
 * Triggers, the modals that people have open (a stack each) and their App Home. All but triggers are in `records`.
 * @param changed called when somebody's modals change
 */
export function createViews(
  workspace: Workspace,
  triggerLifeMs: number,
  changed: () => void,
  records: RecordsFile = noRecords,
) {
  const triggers = new Map<string, { userId: string; expiresAt: number; used: boolean }>()
  const keptStacks = records.of<Stack>('slack-modals')
  const keptHomes = records.of<Home>('slack-home')
  const stacks = new Map(keptStacks.all().map(({ userId, stack }) => [userId, stack]))
  const homes = new Map(keptHomes.all().map(({ userId, view }) => [userId, view]))

  function setStack(userId: string, stack: StoredView[]) {
    stacks.set(userId, stack)
    if (stack.length > 0) keptStacks.save(userId, { userId, stack })
    else keptStacks.remove(userId)
    changed()
  }

  /** A trigger_id for what this person just did: good once, for 3 seconds. */
  function trigger(userId: string): string {
    const id = `${Date.now()}.${workspace.nextId('')}.${crypto.randomUUID().replaceAll('-', '')}`
    triggers.set(id, { userId, expiresAt: Date.now() + triggerLifeMs, used: false })
    return id
  }

  function exchange(id: string): { userId: string; use: () => void } {
    const known = triggers.get(id)
    if (!known) throw failure('invalid_trigger_id')
    if (known.used) throw failure('exchanged_trigger_id')
    if (Date.now() > known.expiresAt) throw failure('expired_trigger_id')
    const use = () => {
      known.used = true
    }
    return { userId: known.userId, use }
  }

  function accepted(given: unknown, surface: 'modal' | 'home'): View {
    const messages = problemsOfView(given, surface)
    if (messages.length > 0) throw failure('invalid_arguments', { messages })
    return given as View
  }

  function stored(given: View, previous?: StoredView, root?: string): StoredView {
    const id = workspace.nextId('V')
    return {
      private_metadata: '',
      callback_id: '',
      external_id: '',
      ...given,
      blocks: given.blocks.map((block) => ({ ...block, block_id: block.block_id ?? workspace.nextId('b') })),
      id,
      team_id: workspace.team.id,
      app_id: workspace.app.id,
      bot_id: workspace.app.botId,
      hash: `${workspace.nextTs()}.${workspace.nextId('h')}`,
      state: { values: {} },
      root_view_id: root ?? id,
      previous_view_id: previous?.id ?? null,
    }
  }

  function refuseTaken(given: View, except?: StoredView) {
    const open = [...stacks.values()].flat()
    if (given.external_id && open.some((view) => view !== except && view.external_id === given.external_id))
      throw failure('duplicate_external_id')
  }

  /** views.open and views.push. */
  function open(triggerId: string, given: unknown, how: 'open' | 'push'): StoredView {
    const { userId, use } = exchange(triggerId)
    const view = accepted(given, 'modal')
    refuseTaken(view)
    const stack = stacks.get(userId) ?? []
    if (how === 'push' && stack.length >= stackLimit) throw failure('push_limit_reached')
    const below = how === 'push' ? stack : []
    const shown = stored(view, below.at(-1), below[0]?.id)
    use()
    setStack(userId, [...below, shown])
    return shown
  }

  function replace(before: StoredView, given: unknown): StoredView {
    const view = accepted(given, 'modal')
    refuseTaken(view, before)
    const after = { ...stored(view), id: before.id, root_view_id: before.root_view_id }
    after.previous_view_id = before.previous_view_id
    for (const [userId, stack] of stacks)
      setStack(
        userId,
        stack.map((one) => (one.id === before.id ? after : one)),
      )
    return after
  }

  /** views.update; `hash`, if given, must be that of the view as it is now. */
  function update(
    by: { viewId?: string | undefined; externalId?: string | undefined; hash?: string | undefined },
    given: unknown,
  ) {
    const before = [...stacks.values()]
      .flat()
      .find((view) => view.id === by.viewId || (by.externalId && view.external_id === by.externalId))
    if (!before) throw failure('not_found')
    if (by.hash && by.hash !== before.hash) throw failure('hash_conflict')
    return replace(before, given)
  }

  function publish(userId: string, given: unknown, hash?: string): StoredView {
    const person = workspace.people.get(userId)
    if (!person || person.isBot) throw failure('user_not_found')
    const before = homes.get(userId)
    if (hash && before && hash !== before.hash) throw failure('hash_conflict')
    const view = stored(accepted(given, 'home'))
    homes.set(userId, view)
    keptHomes.save(userId, { userId, view })
    return view
  }

  return {
    trigger,
    open,
    update,
    publish,

    top: (userId: string): (StoredView & ModalView) | undefined =>
      stacks.get(userId)?.at(-1) as (StoredView & ModalView) | undefined,
    home: (userId: string) => homes.get(userId),
    isOpen: (id: string) => [...stacks.values()].flat().some((view) => view.id === id),

    /** What a submission's answer does to the person's screen. */
    answered(userId: string, view: StoredView, answer: { action: string; view?: unknown }) {
      const stack = stacks.get(userId) ?? []
      if (answer.action === 'clear') setStack(userId, [])
      else if (answer.action === 'update') replace(view, answer.view)
      else if (answer.action === 'push') {
        if (stack.length >= stackLimit) throw failure('push_limit_reached')
        setStack(userId, [...stack, stored(accepted(answer.view, 'modal'), view, stack[0]?.id)])
      } else
        setStack(
          userId,
          stack.filter((one) => one.id !== view.id),
        )
    },
  }
}
