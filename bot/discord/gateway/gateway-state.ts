import type { Client } from 'discord.js'
import { type Finding, findingsInWords } from '../../../core/finding.ts'

/** The state of the session, as the health page shows it. */
export type GatewayState = { state: 'up' | 'down'; detail: string }

export type StateReport = ReturnType<typeof createStateReport>

/** Reports what keeps the session from working: the connection first, then the set-up, then messages that can't be read. */
export function createStateReport(client: Client, onState: (state: GatewayState) => void) {
  let isConnected = false
  let lacking: Finding[] = []
  let unread: string | null = null

  function report() {
    if (isConnected) onState(stateOf(client, lacking, unread))
  }

  return {
    connected() {
      isConnected = true
      report()
    },
    disconnected() {
      isConnected = false
      onState({ state: 'down', detail: 'reconnecting to Discord' })
    },
    /** @param findings what the set-up lacks */
    found(findings: Finding[]) {
      lacking = findings
      report()
    },
    /** @param problem why missed messages can't be read; null: they can */
    unreadable(problem: string | null) {
      unread = problem
      report()
    },
  }
}

function stateOf(client: Client, lacking: Finding[], unread: string | null): GatewayState {
  const words = findingsInWords(lacking)
  if (lacking.some(({ level }) => level === 'problem')) return { state: 'down', detail: words }
  if (unread) return { state: 'down', detail: `connected, but ${unread}` }
  const connected = `connected as ${client.user?.username}`
  return { state: 'up', detail: [connected, words].filter(Boolean).join('. ') }
}
