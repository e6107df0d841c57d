import type { DiscordMessenger } from '../notifications/messengers/discord-messenger.ts'
import type { ModeratorsMessenger, SlackMessenger } from '../notifications/messengers/slack-messenger.ts'
import type { Sender } from '../notifications/sender.ts'
import type { OutboxQueue } from '../outbox/entry.ts'
import type { Gemini } from '../triage/analyse.ts'
import type { Proposal } from '../triage/proposal.ts'

export type Worker = Sender & {
  /** called when a run for this queue begins */
  pickedUp?: (queue: OutboxQueue) => void
  /** null when no API key is configured; read for each ticket */
  gemini: Gemini | null
  /** called after each triage with the engine and the time it took */
  triaged?: (proposal: Proposal, ms: number) => void
}

/** Workers on a desk where Slack or Discord is configured. */
export type SlackWorker = Worker & { slack: SlackMessenger }
/** Workers on a desk with a moderators' channel on Slack. */
export type ModeratorsWorker = SlackWorker & { moderators: ModeratorsMessenger }
export type DiscordWorker = Worker & { discord: DiscordMessenger }
