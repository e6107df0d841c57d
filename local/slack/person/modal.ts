import type { Workspace } from '../create-workspace.ts'
import { viewAction, viewClosed, viewSubmission } from '../interactions.ts'
import { controlsOf, showBlocks } from '../show-blocks.ts'
import type { Ack, Delivery } from '../transport/transport.ts'
import type { StoredView, Views } from '../views.ts'
import type { Person } from '../workspace.ts'
import { createFilledForm } from './filled-form.ts'
import { type Answer, fieldsOf, findField } from './form.ts'
import { type AnswerResult, obey } from './submission-answer.ts'

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
  const view = (): StoredView => {
    const top = views.top(person.id)
    const now = top?.id === shown.id ? top : shown
    form.forgetGone(now)
    return now
  }
  const title = () => (view() as { title?: { text: string } }).title?.text ?? ''
  const form = createFilledForm(view, workspace.files)

  /**
   * Fills in and presses submit. `times` delivers the same submission that often, one after the other or `together`,
   * as Slack's own infrastructure sometimes does; the person sees the first answer.
   */
  async function submit(
    answers: Record<string, Answer> = {},
    { times = 1, together = false } = {},
  ): Promise<Submission> {
    if (!views.isOpen(shown.id)) throw new Error(`The modal "${title()}" is not open any more.`)
    form.fill(answers)
    const refused = form.objections()
    if (Object.keys(refused).length > 0) return notSent(view(), refused)
    const triggerId = views.trigger(person.id)
    const submission = viewSubmission(workspace, person, { view: view(), values: form.values(), triggerId })
    const acks: Ack[] = []
    const again = async () => acks.push(await deliver(submission))
    if (together) await Promise.all(Array.from({ length: times }, again))
    else for (let time = 0; time < times; time++) await again()
    const first = acks[0]
    const result = first?.acked
      ? obey(first.body, views, person.id, view())
      : { problem: first?.failure ?? 'not sent' }
    return sent(view(), acks, result)
  }

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
    const values = form.values()
    const held = values[control.blockId]?.[actionId]
    const action = { ...{ type, action_id, block_id: control.blockId, text, value, url }, ...held }
    const triggerId = views.trigger(person.id)
    return deliver(viewAction(workspace, person, { view: view(), values, action, triggerId }))
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
      return form.values()[field.blockId]?.[field.element.action_id]
    },
    /** The form in words. */
    shown: () => [`== ${title()} ==`, showBlocks(workspace, view().blocks)].join('\n'),
    isOpen: () => views.isOpen(shown.id),
    fill: form.fill,
    fillBlocks: form.fillBlocks,
    submit,
    click,

    /** Chooses in a menu of the form that tells the app at once. */
    choose(actionId: string, value: Answer): Promise<Ack> {
      form.fill({ [actionId]: value })
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

const notSent = (view: StoredView, refused: Record<string, string>): Submission => ({
  ...{ sent: false, acks: [], ms: 0, userSees: undefined },
  errors: byLabel(view, refused),
  errorsByBlock: refused,
})

const sent = (view: StoredView, acks: Ack[], { errors = {}, problem }: AnswerResult): Submission => ({
  ...{ sent: true, acks },
  errors: byLabel(view, errors),
  errorsByBlock: errors,
  ms: Math.max(...acks.map((ack) => ack.ms)),
  userSees: problem === undefined ? undefined : `${trouble} (${problem})`,
})

function byLabel(view: StoredView, errors: Record<string, string>) {
  const fields = fieldsOf(view)
  return Object.fromEntries(
    Object.entries(errors).map(([blockId, message]) => [
      fields.find((field) => field.blockId === blockId)?.label ?? blockId,
      message,
    ]),
  )
}
