import { conflict, notFound } from '../../errors.ts'
import type { DecideList } from '../catalog-decisions.ts'
import type { CategoryField } from './category-field.ts'

/**
 * Replaces the fields that a category asks for. Tickets keep the fields with which they were filed.
 * @param seen the version that the editor saw; 0: no fields yet
 * @throws not-found; conflict when somebody else has changed them since
 */
export const changeForm =
  (id: string, seen: number, fields: CategoryField[]): DecideList =>
  (lists, list) => {
    const entries = lists[list]
    const before = entries.find((one) => one.id === id)
    if (!before) throw notFound('entry')
    const { version, fields: had } = before.form ?? { version: 0, fields: [] }
    if (JSON.stringify(had) === JSON.stringify(fields)) return null
    if (version !== seen)
      throw conflict(
        `Somebody else has changed the fields of “${before.name}”: reload them, and change them again.`,
      )
    const entry = { ...before, form: { version: version + 1, fields } }
    return {
      entries: entries.map((one) => (one === before ? entry : one)),
      entry,
      renames: false,
      changes: [{ field: 'fields', from: inWords(had), to: inWords(fields) }],
    }
  }

/** For the audit log, e.g. "Serial number (text, required), Warranty (checkbox)". */
const inWords = (fields: readonly CategoryField[]) =>
  fields
    .map(({ label, kind, required }) => `${label} (${kind.replace('-', ' ')}${required ? ', required' : ''})`)
    .join(', ')
