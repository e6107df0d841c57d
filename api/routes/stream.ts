import { z } from 'zod'
import type { Desk } from '../../core/desk.ts'
import type { Access } from '../../core/live/listener.ts'
import { maxSinceMs } from '../../core/live/live-feed.ts'
import type { Caller } from '../authenticate.ts'
import { openEventStream, wordsOf } from '../event-stream.ts'
import { exampleSummary } from '../examples/tickets.ts'
import { route } from '../route.ts'

const example = wordsOf({
  id: 'k3Jq0_zA.2f.hJ3w_a',
  event: 'ticket',
  data: {
    id: exampleSummary.id,
    number: exampleSummary.number,
    version: 4,
    status: exampleSummary.status,
    assignee: exampleSummary.assignee.id,
    updatedAt: '2026-11-23T10:05:00.000Z',
  },
})

/**
 * Listening does not count as using the session, so the stream ends when the session would. A client that is still
 * there connects again.
 */
function accessOf({ session, apiKey, until }: Caller, idleUntil: Date): Access {
  if (apiKey) return { id: apiKey, until }
  return { id: session, until: idleUntil < until ? idleUntil : until }
}

/** The live stream of changed tickets. */
export const streamRoutes = ({ live, sessions }: Pick<Desk, 'live' | 'sessions'>) => [
  route({
    method: 'get',
    path: '/api/stream',
    summary: 'Stream changes of the tickets I may see',
    tag: 'Tickets',
    access: 'signed-in',
    scope: 'tickets:read',
    query: z.strictObject({
      sinceMs: z.coerce
        .number()
        .int()
        .min(0)
        .max(maxSinceMs)
        .optional()
        .describe(
          'without `Last-Event-ID`: begin with the changes of so many milliseconds. `ready` repeats the number if it does',
        ),
    }),
    headers: z.object({
      'last-event-id': z
        .string()
        .max(2_000)
        .optional()
        .describe(
          'the id of the last event received: what was missed since comes first, or `reset` when that is not known',
        ),
    }),
    successes: {
      200: {
        description: [
          'Server-sent events without end, within a second of the change. `ready` comes first: what is loaded after it misses nothing.',
          '`ticket` has id, number, version, status, assignee and updatedAt; `gone` has the id of a ticket that I no longer may see, and for moderators the name of its assignee.',
          '`reset` says that it is not known what was missed: load everything anew. The stream ends when the session or the API key does.',
        ].join(' '),
        contentType: 'text/event-stream',
        schema: z.string(),
        example,
      },
    },
    refusals: ['too-many'],
    handle: ({ caller, query, request }) => ({
      status: 200,
      stream: async (response) => {
        let stream: ReturnType<typeof openEventStream> | undefined
        const open = () => (stream ??= openEventStream(response))
        const leave = await live.listen(
          {
            user: caller.user,
            access: accessOf(caller, sessions.idleUntil()),
            send: (message) => open().send(message),
            end: () => open().end(),
          },
          { lastEventId: request.header('last-event-id'), sinceMs: query.sinceMs },
        )
        if (response.destroyed) leave()
        else response.once('close', leave)
      },
    }),
  }),
]
