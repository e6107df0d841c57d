import { staleWriteWindowMs } from '../database/stale-write-window.ts'
import type { Desk } from '../desk.ts'
import type { OutboxEntry } from '../outbox/entry.ts'
import { refaceted } from '../tickets/lists/facets.ts'
import type { Catalog } from './catalog.ts'
import type { Holder, HolderKind } from './catalog-store.ts'
import { entryFinder } from './names.ts'

type RenamingDesk = Pick<Desk, 'catalog' | 'now'>

const pageSize = 500
const maxTries = 20

/**
 * Gives everything that is stored under a former name of the lists today's name: through all tickets and accounts in
 * the order of their ids, page by page. Cut short, it goes on where it was.
 * @param entry the outbox entry that asks for it
 * @returns milliseconds until it has to be done once more, since somebody may still write the old name; 0: done
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

/** @returns the last id of the page; null when there was nothing left */
async function renamePage(desk: RenamingDesk, kind: HolderKind, after: string): Promise<string | null> {
  for (let tries = 0; tries < maxTries; tries++) {
    const page = await desk.catalog.holders(kind, after, pageSize)
    const renamed = page.flatMap(renamer(await desk.catalog.load()))
    if ((await desk.catalog.writeNames(kind, renamed)) === renamed.length) return page.at(-1)?._id ?? null
  }
  throw new Error('Others were always quicker: the renaming goes on later.')
}

/** @returns what to write into a ticket or an account; nothing when its names are today's */
export function renamer({ skills, categories }: Pick<Catalog, 'skills' | 'categories'>) {
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
        ...(facets ? { facets: refaceted(facets, { skills: named, category: filed ?? null }) } : {}),
      },
    ]
  }
}
