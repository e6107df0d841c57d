import type { Entry } from '../../../core/catalog/catalog.ts'
import { offeredOf } from '../../../core/catalog/names.ts'
import type { SlackDependencies } from '../dependencies.ts'
import { noCategory } from '../views/forms/ticket-modal.ts'

/** The chosen category; null: triage decides. It may have been retired while the form was open. Triage then finds one. */
export async function chosenCategory(
  { catalog }: Pick<SlackDependencies['desk'], 'catalog'>,
  id: string | undefined,
): Promise<Entry | null> {
  if (id === undefined || id === noCategory) return null
  const { categories } = offeredOf(await catalog.read())
  return categories.find((one) => one.id === id) ?? null
}
