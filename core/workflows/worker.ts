import type { DiscordMessenger, SlackMessenger } from '../notifications/messengers.ts'
import type { Sender } from '../notifications/sender.ts'
import type { GeminiSettings } from '../triage/gemini/analyse-with-gemini.ts'

/** What the workflows need. */
export type Worker = Sender & {
  /** null: no key is configured */
  gemini: GeminiSettings | null
  /** called after each triage with the engine and the time it took */
  triaged?: (engine: 'gemini' | 'local', ms: number) => void
}

/** Where Slack or Discord is configured. */
export type SlackWorker = Worker & { slack: SlackMessenger }
export type DiscordWorker = Worker & { discord: DiscordMessenger }
