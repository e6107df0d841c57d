import { isId } from '../../core/ids.ts'

const actions = ['send', 'edit', 'cancel'] as const
export type MacroAction = (typeof actions)[number]

/** A canned reply as it was previewed. */
export type Previewed = { id: string; version: number }

/** The custom id of the form in which a canned reply is edited before it is sent. */
export const editedMacroId = 'macro-edited'

/** The custom id of a button below a preview. */
export const macroIdOf = (action: MacroAction, { id, version }: Previewed) =>
  `macro-${action}:${id}:${version}`

/** @returns null for another id */
export function readMacroId(customId: string): { action: MacroAction; previewed: Previewed } | null {
  const [, wanted, id = '', version = ''] = /^macro-([a-z]+):([^:]*):(\d{1,9})$/.exec(customId) ?? []
  const action = actions.find((one) => one === wanted)
  return action && isId(id) ? { action, previewed: { id, version: Number(version) } } : null
}
