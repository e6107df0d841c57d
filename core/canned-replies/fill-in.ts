import type { Nodes, Root } from 'mdast'
import type { Desk } from '../desk.ts'
import { notFound } from '../errors.ts'
import { readMarkdown } from '../rich-text/read-markdown.ts'
import { writeMarkdown } from '../rich-text/write-markdown.ts'
import { safeLine } from '../text/line.ts'
import { readTicket } from '../tickets/read-tickets.ts'
import type { Ticket } from '../tickets/ticket.ts'
import type { Actor } from '../users/user.ts'
import type { CannedReply } from './canned-reply.ts'
import { assertUsesCannedReplies } from './manage-canned-replies.ts'
import { type Variable, withValues } from './variables.ts'

type About = Pick<Ticket, 'number' | 'title'> & { requester: { name: string } }

/**
 * A canned reply with its variables filled in.
 * @returns Markdown; what people chose, such as a name, stays text in it whatever signs it has
 */
export function fillIn(text: string, ticket: About, moderator: { name: string }): string {
  const values: Record<Variable, string> = {
    requester: ticket.requester.name,
    first_name: ticket.requester.name.trim().split(/\s+/u)[0] ?? '',
    number: String(ticket.number),
    title: ticket.title,
    moderator: moderator.name,
  }
  return writeMarkdown(filled(readMarkdown(text), (variable) => safeLine(values[variable])) as Root)
}

type ValueFor = (variable: Variable) => string

/** Encodes values in the addresses of links, so that they can't change where a link leads. */
function filled(node: Nodes, valueFor: ValueFor): Nodes {
  const put = (written: string) => withValues(written, valueFor)
  const putEncoded = (url: string) => withValues(url, (variable) => encodeURIComponent(valueFor(variable)))
  return {
    ...node,
    ...('value' in node ? { value: put(node.value) } : {}),
    ...('alt' in node && node.alt ? { alt: put(node.alt) } : {}),
    ...('title' in node && node.title ? { title: put(node.title) } : {}),
    ...('url' in node ? { url: putEncoded(node.url) } : {}),
    ...('children' in node ? { children: node.children.map((child) => filled(child, valueFor)) } : {}),
  } as Nodes
}

/**
 * Fills a canned reply in for somebody who answers a ticket.
 * @throws forbidden for requesters; not-found when the person can't see the ticket, or there is no such canned reply
 */
export async function fillInFor(
  desk: Pick<Desk, 'tickets' | 'cannedReplies'>,
  actor: Actor,
  { id, ticket: ticketId }: { id: string; ticket: string },
): Promise<{ reply: CannedReply; ticket: Ticket; text: string }> {
  const ticket = await readTicket(desk, actor, ticketId)
  assertUsesCannedReplies(actor)
  const reply = await desk.cannedReplies.find(id)
  if (!reply) throw notFound('canned reply')
  return { reply, ticket, text: fillIn(reply.text, ticket, actor) }
}
