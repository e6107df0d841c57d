import type { EntryView } from '../../../../core/catalog/catalog-view.ts'

/** The names that a field offers: those not retired, and those it holds already. */
export function offeredNames(entries: readonly EntryView[], held: readonly string[] = []): string[] {
  const offered = entries.filter(({ retired }) => !retired).map(({ name }) => name)
  return [...offered, ...held.filter((name) => !offered.includes(name))]
}
