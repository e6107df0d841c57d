import { noRecords } from '../records.ts'
import { createAppEvents } from './app-events.ts'
import { createWorkspace } from './create-workspace.ts'
import { createEphemeralMessages } from './ephemeral-messages.ts'
import { createFaults } from './faults.ts'
import type { SlackContext } from './methods/method.ts'
import { transcriptOfAll } from './observation.ts'
import { createReads } from './reads.ts'
import type { SlackOptions } from './slack-options.ts'
import { createConnection } from './transport/connect.ts'
import { createDelivery } from './transport/deliver.ts'
import { createResponseUrls } from './transport/response-urls.ts'
import { createSocketTransport } from './transport/socket-transport.ts'
import { createViews } from './views.ts'
import { createWatch } from './watch.ts'
import type { SlackCall } from './web-api.ts'

export type Parts = ReturnType<typeof createParts>

/** What the local Slack is made of. @param origin where it listens */
export function createParts(options: SlackOptions, origin: () => string) {
  const { triggerLifeMs = 3000, records = noRecords, remembers = Infinity } = options
  const workspace = createWorkspace({ ...(options.team && { team: options.team }), records })
  const calls: SlackCall[] = []
  const watch = createWatch(() => {
    const last = calls.slice(-10).map((call) => `  ${call.method} -> ${call.outcome}`)
    return `Last calls:\n${last.join('\n')}\n${transcriptOfAll(workspace)}`
  })
  const { changed } = watch
  const socket = createSocketTransport(origin, workspace.app.id)
  const connection = createConnection(socket, options.signingSecret)
  const closing = new AbortController()
  const delivery = createDelivery({
    ...{ workspace, records, remembers, changed },
    transport: connection.current,
    ackWithinMs: options.ackWithinMs ?? 3000,
    retryDelaysMs: options.retryDelaysMs ?? [50, 60_000, 300_000],
    subscriptions: options.events,
    closing: closing.signal,
  })
  const appEvents = createAppEvents({ workspace, delivery, changed })
  const views = createViews(workspace, triggerLifeMs, changed, records)
  const context: SlackContext = {
    workspace,
    views,
    origin,
    appEvents,
    ephemeral: createEphemeralMessages(changed),
  }
  return {
    ...{ context, delivery, socket, connection, closing, watch },
    reads: createReads(records),
    faults: createFaults(),
    responseUrls: createResponseUrls(context),
    calls,
    record(call: SlackCall) {
      calls.push(call)
      if (calls.length > remembers) calls.shift()
      changed()
    },
  }
}
