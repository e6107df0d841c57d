import { viewAction, viewClosed, viewSubmission } from '../interactions.ts'
import { isFields } from '../schemas/schema.ts'
import { problemsOfView } from '../schemas/view-schema.ts'
import { controlsOf, showBlocks } from '../show-blocks.ts'
import type { Ack, Delivery } from '../transport/transport.ts'
import type { StoredView, Views } from '../views.ts'
import type { Person, Workspace } from '../workspace.ts'
import { type Answer, fieldsOf, findField, stateOf, validationError } from './form.ts'

export const trouble = 'We had some trouble connecting. Try again?'

/** What came of pressing the submit button. */
export type Submission = {
  /** False when Slack's client objected and nothing reached the app. */
  sent: boolean
  /** What stands below the fields, by label: Slack's objections, or the app's if it was sent. */
  errors: Record<string, string>
  /** The same by block_id. */
  errorsByBlock: Record<string, string>
  /** Of each delivery, in order of sending. */
  acks: Ack[]
  /** Milliseconds of the slowest ack. */
  ms: number
  /** Above the form, when the app failed to answer properly. */
  userSees: string | undefined
}

export type Modal = ReturnType<typeof createModal>

type Options = {
  workspace: Workspace
  views: Views
  person: Person
  shown: StoredView
  deliver: (delivery: Delivery) => Promise<Ack>
}

/** A modal on somebody's screen, and what they can do with it. */
export function createModal({ workspace, views, person, shown, deliver }: Options) {
  const filled = new Map<string, Answer>()

  const view = (): StoredView => {
    const top = views.top(person.id)
    const now = top?.id === shown.id ? top : shown
    forgetGone(now)
    return now
  }

  /** Slack keeps what was typed only while the form has the block: https://docs.slack.dev/reference/views/modal-views */
  function forgetGone({ blocks }: StoredView) {
    for (const key of filled.keys())
      if (!blocks.some(({ block_id }) => key.startsWith(`${block_id}/`))) filled.delete(key)
  }

  function values(): Record<string, Record<string, object>> {
    const state: Record<string, Record<string, object>> = {}
    for (const field of fieldsOf(view())) {
      const { action_id } = field.element
      state[field.blockId] = {
        ...state[field.blockId],
        [action_id]: withFiles(stateOf(field, filled.get(`${field.blockId}/${action_id}`))),
      }
    }
    return state
  }

  /** A form knows its files by their ids. The app gets all about them. */
  const withFiles = (state: Record<string, unknown>) =>
    state.type === 'file_input' && Array.isArray(state.files)
      ? { ...state, files: state.files.flatMap((id: string) => workspace.files.get(id) ?? []) }
      : state

  function fill(answers: Record<string, Answer>) {
    const fields = fieldsOf(view())
    for (const [name, answer] of Object.entries(answers)) {
      const field = findField(fields, name)
      filled.set(`${field.blockId}/${field.element.action_id}`, answer)
    }
  }

  /** Fills in the form, by block_id and action_id. */
  function fillBlocks(answers: Record<string, Record<string, Answer>>) {
    const fields = fieldsOf(view())
    for (const { blockId, element } of fields) {
      const answer = answers[blockId]?.[element.action_id]
      if (answer !== undefined) filled.set(`${blockId}/${element.action_id}`, answer)
    }
  }

  function objections(): Record<string, string> {
    const state = values()
    return Object.fromEntries(
      fieldsOf(view()).flatMap((field) => {
        const value = state[field.blockId]?.[field.element.action_id] ?? {}
        const message = validationError(field, value as Record<string, unknown>)
        return message ? [[field.blockId, message]] : []
      }),
    )
  }

  const byLabel = (errors: Record<string, string>) => {
    const fields = fieldsOf(view())
    return Object.fromEntries(
      Object.entries(errors).map(([blockId, message]) => [
        fields.find((field) => field.blockId === blockId)?.label ?? blockId,
        message,
      ]),
    )
  }

  /** Does what the app's answer asks for; says what is wrong with it otherwise. */
  function obey(answer: unknown): { errors?: Record<string, string>; problem?: string } {
    if (answer !== undefined && !isFields(answer)) return { problem: `not JSON: ${String(answer)}` }
    const action = answer?.response_action
    if (action === undefined || action === 'clear') {
      views.answered(person.id, view(), { action: action ?? 'close' })
      return {}
    }
    if (action === 'errors') {
      const errors = answer?.errors
      const inputs = view().blocks.filter((block) => block.type === 'input')
      if (!isFields(errors) || Object.keys(errors).length === 0) return { problem: 'errors are missing' }
      const stray = Object.keys(errors).find((id) => !inputs.some((block) => block.block_id === id))
      return stray
        ? { problem: `no input block has the id ${stray}` }
        : { errors: errors as Record<string, string> }
    }
    if (action !== 'update' && action !== 'push')
      return { problem: `unknown response_action ${String(action)}` }
    const problems = problemsOfView(answer?.view, 'modal')
    if (problems.length > 0) return { problem: problems.join('; ') }
    views.answered(person.id, view(), { action, view: answer?.view })
    return {}
  }

  /**
   * Fills in and presses submit. `times` delivers the same submission that often, one after the other or `together`,
   * as Slack's own infrastructure sometimes does; the person sees the first answer.
   */
  async function submit(
    answers: Record<string, Answer> = {},
    { times = 1, together = false } = {},
  ): Promise<Submission> {
    if (!views.isOpen(shown.id)) throw new Error(`The modal "${title()}" is not open any more.`)
    fill(answers)
    const refused = objections()
    const nothing = { acks: [], ms: 0, userSees: undefined }
    if (Object.keys(refused).length > 0)
      return { sent: false, errors: byLabel(refused), errorsByBlock: refused, ...nothing }
    const triggerId = views.trigger(person.id)
    const submission = viewSubmission(workspace, person, { view: view(), values: values(), triggerId })
    const acks: Ack[] = []
    const again = async () => acks.push(await deliver(submission))
    if (together) await Promise.all(Array.from({ length: times }, again))
    else for (let time = 0; time < times; time++) await again()
    const first = acks[0]
    const result = first?.acked ? obey(first.body) : { problem: first?.failure ?? 'not sent' }
    const errors = result.errors ?? {}
    return {
      sent: true,
      errors: byLabel(errors),
      errorsByBlock: errors,
      acks,
      ms: Math.max(...acks.map((ack) => ack.ms)),
      userSees: result.problem === undefined ? undefined : `${trouble} (${result.problem})`,
    }
  }

  const title = () => (view() as { title?: { text: string } }).title?.text ?? ''

  /** Presses a button inside the form, or tells the app what a menu of it holds. */
  async function click(actionId: string, inBlock?: string): Promise<Ack> {
    const control = controlsOf(view().blocks).find(
      ({ blockId, element }) => element.action_id === actionId && (inBlock ?? blockId) === blockId,
    )
    if (!control) throw new Error(`The modal "${title()}" has no ${actionId}.`)
    const input = view().blocks.find(({ block_id, type }) => type === 'input' && block_id === control.blockId)
    if (input && !(input as { dispatch_action?: boolean }).dispatch_action)
      throw new Error(`The modal "${title()}" does not tell the app of ${actionId}.`)
    const { type, action_id, text, value, url } = control.element
    const held = values()[control.blockId]?.[actionId]
    const action = { ...{ type, action_id, block_id: control.blockId, text, value, url }, ...held }
    const triggerId = views.trigger(person.id)
    return deliver(viewAction(workspace, person, { view: view(), values: values(), action, triggerId }))
  }

  return {
    /** The view as it is now. */
    view,
    title,
    callbackId: () => view().callback_id,
    /** The labels of what can be filled in, in order. */
    labels: () => fieldsOf(view()).map((field) => field.label),
    /** What a field holds now, in the shape of its element. */
    value: (name: string) => {
      const field = findField(fieldsOf(view()), name)
      return values()[field.blockId]?.[field.element.action_id]
    },
    /** The form in words. */
    shown: () => [`== ${title()} ==`, showBlocks(workspace, view().blocks)].join('\n'),
    isOpen: () => views.isOpen(shown.id),
    fill,
    fillBlocks,
    submit,

    click,

    /** Chooses in a menu of the form that tells the app at once. */
    choose(actionId: string, value: Answer): Promise<Ack> {
      fill({ [actionId]: value })
      return click(actionId)
    },

    /** Closes the form without sending it; the app hears of it only if it asked to. */
    async close(): Promise<void> {
      const closed = view()
      views.answered(person.id, closed, { action: 'close' })
      if ((closed as { notify_on_close?: boolean }).notify_on_close)
        await deliver(viewClosed(workspace, person, closed))
    },
  }
}
