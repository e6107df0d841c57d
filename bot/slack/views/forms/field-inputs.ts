import type { ViewOutput } from '@slack/bolt'
import type { KnownBlock, ModalView } from '@slack/types'
import type { Entry } from '../../../../core/catalog/catalog.ts'
import {
  type CategoryField,
  type FieldKind,
  fieldKinds,
} from '../../../../core/catalog/form/category-field.ts'
import { sentence } from '../../../../core/text/sentence.ts'
import type { TicketFormContext } from '../../ticket-form-context.ts'
import { plainText } from '../sentence.ts'
import { fieldInput } from './field-input.ts'

export type AskingCategory = Pick<Entry, 'id' | 'name' | 'form'>

const prefix = 'field:'
const changedNote = `${prefix}changed`

/**
 * The block that asks for a field. Slack keeps what was typed into a block of the same id, and a field of another category
 * or kind has another one.
 */
export const fieldBlockId = (category: Pick<Entry, 'id'>, { key, kind }: CategoryField) =>
  `${prefix}${category.id}:${kind}:${key}`

/** The kind of field that a block asks for; undefined: none */
export const kindOfBlock = (block: string): FieldKind | undefined =>
  isAsked({ block_id: block }) ? fieldKinds.find((kind) => kind === block.split(':')[2]) : undefined

/**
 * The form with the fields of the chosen category below it, in place of those of another one.
 * @param category null: none is chosen
 * @param options.hasChanged whether to say that the category asks something else than it did
 * @param options.kept what its fields held before another category was chosen
 */
export function withFields(
  view: Pick<ViewOutput, 'callback_id' | 'private_metadata' | 'title' | 'submit' | 'close' | 'blocks'>,
  category: AskingCategory | null,
  { hasChanged = false, kept = {} }: { hasChanged?: boolean; kept?: TicketFormContext['kept'] } = {},
): ModalView {
  const { callback_id, private_metadata, title, submit, close } = view
  const blocks = (view.blocks as KnownBlock[]).filter((block) => !isAsked(block))
  const below = blocks.findIndex(({ block_id }) => block_id === 'category') + 1
  const asked =
    category?.form?.fields.map((field) => {
      const block = fieldBlockId(category, field)
      return fieldInput(block, field, kept[block])
    }) ?? []
  const note = hasChanged && category ? [changedSince(category)] : []
  return {
    type: 'modal',
    callback_id,
    private_metadata,
    title,
    ...(submit ? { submit } : {}),
    ...(close ? { close } : {}),
    blocks: blocks.toSpliced(below, 0, ...note, ...asked),
  }
}

export const isAsked = ({ block_id }: { block_id?: string | undefined }) =>
  block_id?.startsWith(prefix) === true

const changedSince = ({ name }: AskingCategory): KnownBlock => ({
  type: 'section',
  block_id: changedNote,
  text: plainText(sentence`What “${name}” asks has changed meanwhile. Fill it in, and submit again.`, 3_000),
})
