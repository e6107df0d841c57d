import { isMisconfigured, refusalCodeOf } from '../outbound/provider-error.ts'

/** The state of a service, as the health page shows it. */
export type Status = { state: 'up' | 'down'; detail: string }

/** The states of the bot and, with Socket Mode, of its connection. */
export type SlackStatus = ReturnType<typeof createStatus<'bot' | 'connection'>>

/** Tracks the state of each part. The whole is down while any part is down, with the detail of that part. */
export function createStatus<Part extends string>(parts: Part[]) {
  const now = new Map<Part, Status>(parts.map((part) => [part, { state: 'down', detail: 'connecting' }]))
  return {
    set(part: Part, status: Status) {
      now.set(part, status)
    },
    whole(): Status {
      const all = [...now.values()]
      return all.find(({ state }) => state === 'down') ?? all[0] ?? { state: 'down', detail: 'not started' }
    },
  }
}

/** @param variable the configuration variable to check when Slack rejects its value */
export function downStatus(error: unknown, variable: string): Status {
  const code = refusalCodeOf(error)
  if (code && isMisconfigured(code))
    return { state: 'down', detail: `Slack answers ${code}: check ${variable}` }
  const reason = code ?? (error instanceof Error ? error.message : String(error))
  return { state: 'down', detail: `cannot reach Slack (${reason}), trying again` }
}
