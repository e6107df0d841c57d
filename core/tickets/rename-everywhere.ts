import type { Catalog } from '../catalog/catalog.ts'
import type { Holder, HolderKind } from '../catalog/catalog-store.ts'
import { entryFinder } from '../catalog/names.ts'
import { staleWriteWindowMs } from '../database/stale-write-window.ts'
import type { Desk } from '../desk.ts'
import type { OutboxEntry } from '../outbox/entry.ts'
import { withRenamedFacets } from './lists/facets.ts'

type RenamingDesk = Pick<Desk, 'catalog' | 'now'>

const pageSize = 500
const maxTries = 20

/**
 * Replaces former names of skills and categories in all tickets and accounts. It goes through them page by page in
 * order of their ids, and resumes where it was interrupted.
 * @param entry the outbox entry that asks for it
 * @returns milliseconds until it must run again, because writers that read the old name may still commit; 0: done
 */
export async function renameEverywhere(
  desk: RenamingDesk,
  entry: Pick<OutboxEntry, 'id' | 'at'>,
): Promise<number> {
  const { walk } = await desk.catalog.load()
  const startedAt = walk?.entry === entry.id ? walk.startedAt : desk.now()
  let at: HolderKind | null = walk?.entry === entry.id ? walk.holder : 'tickets'
  let after = walk?.entry === entry.id ? walk.after : ''
  while (at) {
    const last: string | null = await renamePage(desk, at, after)
    if (last === null) at = at === 'tickets' ? 'users' : null
    after = last ?? ''
    await desk.catalog.noteWalk(at && { entry: entry.id, startedAt, holder: at, after })
  }
  return Math.max(0, entry.at.getTime() + staleWriteWindowMs - startedAt.getTime())
}

/** @returns the last id of the page; null: nothing was left */
async function renamePage(desk: RenamingDesk, kind: HolderKind, after: string): Promise<string | null> {
  for (let tries = 0; tries < maxTries; tries++) {
    const page = await desk.catalog.holders(kind, after, pageSize)
    const renamed = page.flatMap(renamer(await desk.catalog.load()))
    if ((await desk.catalog.writeNames(kind, renamed)) === renamed.length) return page.at(-1)?._id ?? null
  }
  throw new Error('Others were always quicker: the renaming goes on later.')
}

/** @returns a function that gives the update for a ticket or an account; empty when its names are current */
function renamer({ skills, categories }: Pick<Catalog, 'skills' | 'categories'>) {
  const skillOf = entryFinder(skills)
  const categoryOf = entryFinder(categories)
  return ({ category, facets, ...holder }: Holder): Holder[] => {
    const named = [...new Set(holder.skills.map((name) => skillOf(name)?.name ?? name))]
    const filed = category && (categoryOf(category)?.name ?? category)
    if (filed === category && JSON.stringify(named) === JSON.stringify(holder.skills)) return []
    return [
      {
        ...holder,
        skills: named,
        ...(category ? { category: filed as string } : {}),
        ...(facets ? { facets: withRenamedFacets(facets, { skills: named, category: filed ?? null }) } : {}),
      },
    ]
  }
}
