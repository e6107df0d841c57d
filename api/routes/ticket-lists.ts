import { z } from 'zod'
import type { Desk } from '../../core/desk.ts'
import { countFound } from '../../core/search/count-found.ts'
import { listTickets } from '../../core/search/list-tickets.ts'
import { sources } from '../../core/surface-names.ts'
import { textSchema } from '../../core/text/text.ts'
import { noValue } from '../../core/tickets/lists/facets.ts'
import { listPeople } from '../../core/tickets/lists/list-people.ts'
import { defaultSort, sorts } from '../../core/tickets/lists/list-sort.ts'
import { listedTicketSchema, listedViewOf } from '../../core/tickets/lists/listed-view.ts'
import { personSorts } from '../../core/tickets/lists/sort-keys.ts'
import { maxCounted } from '../../core/tickets/lists/ticket-lists.ts'
import { unreadAmong } from '../../core/tickets/read-marks/mark-read.ts'
import { priorities, statuses } from '../../core/tickets/ticket-values.ts'
import { personSchema } from '../../core/trace.ts'
import type { Actor } from '../../core/users/user.ts'
import { exampleListed } from '../examples/tickets.ts'
import { cursorsOf, nextSchema, pageQuery } from '../pages.ts'
import { route } from '../route.ts'

const tag = 'Tickets'
const access = 'signed-in'
const dayMs = 86_400_000

/** A comma-separated list of allowed values. */
const someOf = <const T extends readonly string[]>(words: T) =>
  z
    .string()
    .max(200)
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(words)).min(1).max(words.length))
    .meta({ pattern: `^(?:${words.join('|')})(?:,(?:${words.join('|')})){0,${words.length - 1}}$` })
    .optional()
    .describe(`some of ${words.join(', ')}, with commas between them`)

const moment = (ofDay: 'its first moment' | 'its last moment') =>
  z
    .union([z.iso.date(), z.iso.datetime({ offset: true })])
    .transform((text) => {
      const lasts = ofDay === 'its last moment' && !text.includes('T') ? dayMs : 0
      return new Date(new Date(text).getTime() + lasts)
    })
    .optional()
    .describe(`a date and time, or a day in UTC: ${ofDay}`)

const person = z
  .string()
  .regex(/^(?:me|[0-9a-f]{24})$/, 'Give a user’s id, or "me".')
  .optional()

const name = textSchema(1, 40).optional()

const filterQuery = {
  view: z
    .enum(['mine', 'assigned', 'queue'])
    .optional()
    .describe('filed by me, assigned to me, or unclaimed; default: all I may see'),
  status: someOf(statuses),
  priority: someOf([...priorities, noValue]),
  category: name.describe('exact name; "none" for tickets without a category'),
  skill: name.describe('exact name: "C++" is not "C"'),
  tag: name.describe('exactly'),
  assignee: z
    .string()
    .regex(/^(?:me|none|[0-9a-f]{24})$/, 'Give a user’s id, "me" or "none".')
    .optional()
    .describe('user id, "me", or "none" for unassigned tickets'),
  requester: person.describe('user id or "me"'),
  source: someOf(sources),
  from: moment('its first moment'),
  to: moment('its last moment'),
}

const q = textSchema(1, 200)
  .optional()
  .describe(
    'up to ten words that all occur in title, description, comments or the names of requester and assignee; "a phrase" in quotes; -word to leave out; 12 or #12 for the ticket of that number, which comes first. Admins find tickets by any part of the requester’s or assignee’s e-mail address, moderators by the complete address, others by their own. When nothing has the words, one typo is allowed in each word of four letters or more. It is never run as a pattern',
  )

const listQuery = z.strictObject({
  ...pageQuery,
  ...filterQuery,
  q,
  sort: z
    .enum(sorts)
    .optional()
    .describe(
      'default: newest, and queue for view=queue. queue: the most urgent first, and the oldest first within each priority; by priority the most urgent first, by status the open ones, by category, assignee or requester in alphabetical order, those without one last; within each of these values the newest first',
    ),
})

type People = { assignee?: string | undefined; requester?: string | undefined }

const whoIsMe = <T extends People>(query: T, { _id }: Actor): T => {
  const named = (person: string | undefined) => (person === 'me' ? _id : person)
  return { ...query, assignee: named(query.assignee), requester: named(query.requester) }
}

/** Lists, searches and counts of tickets. */
export const ticketListRoutes = (desk: Desk) => [
  route({
    method: 'get',
    path: '/api/tickets',
    summary: 'List, filter, sort and search the tickets I may see',
    tag,
    access,
    scope: 'tickets:read',
    query: listQuery,
    successes: {
      200: {
        description:
          'One page. `next` goes into `after` of the next request. A search for common words, or a sort by category, may end a page early: go on while there is a `next`.',
        schema: z.object({
          tickets: z.array(listedTicketSchema),
          next: nextSchema,
          corrected: z
            .string()
            .nullable()
            .describe('the search without typos that found these tickets, when nothing has the words of `q`'),
        }),
        example: { tickets: [exampleListed], next: null, corrected: null },
      },
    },
    refusals: [],
    handle: async ({ caller, query }) => {
      const cursors = cursorsOf(desk, `tickets by ${query.sort ?? defaultSort(query.view)}`)
      const page = { ...whoIsMe(query, caller.user), after: cursors.read(caller, query.after) }
      const { tickets, next, corrected } = await listTickets(desk, caller.user, page)
      const unread = await unreadAmong(desk, caller.user, tickets)
      return {
        status: 200,
        body: {
          tickets: tickets.map((ticket) => listedViewOf(ticket, caller.user, unread.has(ticket._id))),
          next: next && cursors.write(caller, next),
          corrected,
        },
      }
    },
  }),
  route({
    method: 'get',
    path: '/api/ticket-counts',
    summary: 'Count the tickets I may see, by status',
    tag,
    access,
    scope: 'tickets:read',
    query: z.strictObject({ ...filterQuery, q }),
    successes: {
      200: {
        description: `Counting stops at ${maxCounted}, which then means that many or more. A search counts what its list shows.`,
        schema: z.object({
          counts: z.record(z.enum(statuses), z.number().int().max(maxCounted)),
          more: z.boolean().optional().describe('of a search: whether it has more tickets than were counted'),
        }),
        example: {
          counts: { open: 7, in_progress: 3, waiting: 1, resolved: 12, closed: 1_000 },
          more: false,
        },
      },
    },
    refusals: [],
    handle: async ({ caller, query }) => ({
      status: 200,
      body: await countFound(desk, caller.user, whoIsMe(query, caller.user)),
    }),
  }),
  route({
    method: 'get',
    path: '/api/ticket-people',
    summary: 'Find people to filter tickets by, at most 8 (moderators and admins)',
    tag,
    access,
    scope: 'tickets:read',
    query: z.strictObject({
      as: z.enum(personSorts).default('requester').describe('the requesters, or the assignees'),
      search: textSchema(1, 100).optional().describe('the start of a first or last name'),
    }),
    successes: {
      200: {
        description: 'The requesters or assignees of the newest 1,000 tickets that you may see.',
        schema: z.object({ people: z.array(personSchema) }),
        example: { people: [exampleListed.requester] },
      },
    },
    refusals: ['forbidden'],
    handle: async ({ caller, query }) => ({
      status: 200,
      body: { people: await listPeople(desk, caller.user, query) },
    }),
  }),
]
