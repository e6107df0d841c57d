import type { Actor } from '../../../core/users/user.ts'
import { lists, listsOf, type ReadList } from '../lists/read-list.ts'
import { buttons, type MessageContent } from './blocks.ts'
import { navigateButton, pageButtons, rows, ticketRow } from './ticket-rows.ts'

/** A list of tickets, as `/tickets` shows it to one person. Moderators can go to the queue and to theirs. */
export function listMessage(page: ReadList, reader: Actor | null): MessageContent {
  const { title } = lists[page.place.list]
  const others = listsOf(reader).filter((list) => list !== page.place.list)
  return {
    text: title,
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: title } },
      ...rows(page, (ticket) => [ticketRow(ticket)]),
      ...pageButtons(page),
      ...(others.length > 0
        ? [buttons(...others.map((list) => navigateButton(lists[list].title, list, { list })))]
        : []),
    ],
  }
}
