import type { Desk } from '../../../core/desk.ts'
import { isStaff } from '../../../core/tickets/permissions.ts'
import type { User } from '../../../core/users/user.ts'
import type { ListName, ListPlace } from '../lists/list-place.ts'
import { readList } from '../lists/read-list.ts'
import type { ShownHome } from '../views/home.ts'

const inOverview = 5
const inList = 10

/** Reads what the home tab shows at a place. @param reader null: somebody without an account */
export async function readHome(desk: Desk, reader: User | null, place: ListPlace): Promise<ShownHome> {
  const { list } = place
  if (list) return { place, pages: [await readList(desk, reader, { ...place, list }, inList)] }
  const pages = await Promise.all(
    overviewOf(reader).map((one) => readList(desk, reader, { list: one }, inOverview)),
  )
  return { place, pages: pages.filter(({ tickets }) => tickets.length > 0) }
}

/** What asks for an answer comes first. */
const overviewOf = (reader: User | null): ListName[] => [
  ...(reader && isStaff(reader) ? (['assigned', 'queue'] as const) : []),
  'waiting',
  'open',
  'recent',
]
