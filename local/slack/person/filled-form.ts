import type { StoredView } from '../views.ts'
import type { SentFile } from '../workspace.ts'
import { type Answer, type Field, fieldsOf, findField, stateOf, validationError } from './form.ts'

export type FilledForm = ReturnType<typeof createFilledForm>

/** What a person has put into the fields of a view. @param view the view as it is now @param files the workspace's, by id */
export function createFilledForm(view: () => StoredView, files: Map<string, SentFile>) {
  const answers = new Map<string, Answer>()

  const fields = () => fieldsOf(view())

  function values(): Record<string, Record<string, object>> {
    const state: Record<string, Record<string, object>> = {}
    for (const field of fields()) {
      const held = withFiles(stateOf(field, answers.get(keyOf(field))))
      state[field.blockId] = { ...state[field.blockId], [field.element.action_id]: held }
    }
    return state
  }

  /** A form knows its files by their ids. The app gets all about them. */
  const withFiles = (state: Record<string, unknown>) =>
    state.type === 'file_input' && Array.isArray(state.files)
      ? { ...state, files: state.files.flatMap((id: string) => files.get(id) ?? []) }
      : state

  return {
    /** Slack keeps what was typed only while the form has the block: https://docs.slack.dev/reference/views/modal-views */
    forgetGone({ blocks }: StoredView) {
      for (const key of answers.keys())
        if (!blocks.some(({ block_id }) => key.startsWith(`${block_id}/`))) answers.delete(key)
    },

    /** As `view.state.values` has them. */
    values,

    /** @param given by label, block_id or action_id */
    fill(given: Record<string, Answer>) {
      const all = fields()
      for (const [name, answer] of Object.entries(given)) answers.set(keyOf(findField(all, name)), answer)
    },

    /** Fills in the form, by block_id and action_id. */
    fillBlocks(given: Record<string, Record<string, Answer>>) {
      for (const field of fields()) {
        const answer = given[field.blockId]?.[field.element.action_id]
        if (answer !== undefined) answers.set(keyOf(field), answer)
      }
    },

    /** What Slack's client finds wrong, by block_id. */
    objections(): Record<string, string> {
      const state = values()
      return Object.fromEntries(
        fields().flatMap((field) => {
          const value = state[field.blockId]?.[field.element.action_id] ?? {}
          const message = validationError(field, value as Record<string, unknown>)
          return message ? [[field.blockId, message]] : []
        }),
      )
    },
  }
}

const keyOf = ({ blockId, element }: Field) => `${blockId}/${element.action_id}`
