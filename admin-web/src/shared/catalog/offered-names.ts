import type { EntryView } from '../../../../core/catalog/catalog-view.ts'

/** What a field offers: what is not retired, and what it holds already. */
export function offeredNames(entries: readonly EntryView[], held: readonly string[] = []): string[] {
  const offered = entries.filter(({ retired }) => !retired).map(({ name }) => name)
  return [...offered, ...held.filter((name) => !offered.includes(name))]
}
