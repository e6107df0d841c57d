import { type Inngest, RetryAfterError } from 'inngest'
import { RetryLater } from '../notifications/provider-errors.ts'
import type { Lane, Owner } from '../outbox/owed.ts'
import { assignWaitingTickets } from './assign-tickets.ts'
import { deliverTicketToDiscord } from './deliver-discord.ts'
import { mailAboutAccount, mailAboutTicket } from './deliver-mail.ts'
import { deliverTicketToSlack, identifyOnSlack } from './deliver-slack.ts'
import { eventName, owesIn, wakeDataSchema } from './events.ts'
import { finishMerge } from './finish-merge.ts'
import { linkTickets } from './link-tickets.ts'
import { createPauses } from './pauses.ts'
import { renameStored } from './rename-stored.ts'
import { runErrand } from './run-errand.ts'
import { triageTicket } from './triage-ticket.ts'
import type { Worker } from './worker.ts'

type Work = Partial<Record<Owner, (document: string) => Promise<number>>>

/** What each lane does, for those that owe something in it. */
const workOf = (worker: Worker): Record<Lane, Work> => {
  const { slack, discord } = worker
  return {
    triage: { tickets: (id) => triageTicket(worker, id) },
    assign: { tickets: () => assignWaitingTickets(worker) },
    slack: slack
      ? {
          tickets: (id) => deliverTicketToSlack({ ...worker, slack }, id),
          users: (id) => identifyOnSlack({ ...worker, slack }, id),
          errands: (id) => runErrand(worker, id, 'slack'),
        }
      : {},
    discord: discord
      ? {
          tickets: (id) => deliverTicketToDiscord({ ...worker, discord }, id),
          errands: (id) => runErrand(worker, id, 'discord'),
        }
      : {},
    mail: {
      tickets: (id) => mailAboutTicket(worker, id),
      users: (id) => mailAboutAccount(worker, id),
      errands: (id) => runErrand(worker, id, 'mail'),
    },
    upkeep: {
      tickets: (id) => linkTickets(worker, id),
      users: (id) => finishMerge(worker, id),
      catalog: () => renameStored(worker),
    },
  }
}

const retries = 8

/** Our own backoff: Inngest's default begins at many seconds, and people are waiting. */
const backoffMs = (attempt: number) => Math.min(1_000 * 2 ** attempt, 60_000)

function asRetry(error: unknown, attempt: number) {
  const reason = error instanceof Error ? error.message : String(error)
  const afterMs = error instanceof RetryLater ? Math.max(error.afterMs, 250) : backoffMs(attempt)
  return new RetryAfterError(reason, afterMs, { cause: error })
}

/** The Inngest functions, one a lane. When one gives up, what is owed stays written and the sweep sends it again. */
export function createFunctions(inngest: Inngest.Any, worker: Worker) {
  const work = workOf(worker)
  const pauses = createPauses()

  async function attemptWork(lane: Lane, attempt: number, run: () => Promise<number>) {
    try {
      pauses.demandOpen(lane)
      return await run()
    } catch (error) {
      pauses.note(lane, error)
      const expected = error instanceof RetryLater
      worker.desk.log[expected ? 'info' : 'warn'](
        { lane, attempt, ...(expected ? { reason: error.message } : { err: error }) },
        'will be tried again',
      )
      throw asRetry(error, attempt)
    }
  }

  return [...worker.desk.enabledLanes].map((lane) =>
    inngest.createFunction(
      {
        id: lane,
        triggers: [{ event: eventName(inngest.id), if: owesIn(lane) }],
        retries,
      },
      async ({ event, step, attempt }) => {
        const { owner, document } = wakeDataSchema.parse(event.data)
        const done = await step.run('clear-lane', () =>
          attemptWork(lane, attempt, async () => (await work[lane][owner]?.(document)) ?? 0),
        )
        return { done }
      },
    ),
  )
}
