import type { RecordsFile } from '../records.ts'
import type { FileContents } from './file-contents.ts'
import type { MessagePace } from './message-pace.ts'
import type { SlackCommand, SlackShortcut } from './screen-shape.ts'
import type { Team } from './workspace.ts'

export type SlackOptions = {
  port?: number
  signingSecret: string
  botToken: string
  appToken: string
  /** The bot's scopes, as in the manifest; undefined: every method may be called. */
  scopes?: string[]
  /** Event subscriptions (`bot_events` of the manifest); undefined: every event is sent. */
  events?: string[]
  /** How long a trigger_id lives; Slack's 3 seconds if not said. */
  triggerLifeMs?: number
  /** How long an app may take to ack; Slack's 3 seconds if not said. */
  ackWithinMs?: number
  /** Before the repetitions of an event that was not acked; Slack's: at once, a minute, five minutes. */
  retryDelaysMs?: number[]
  team?: Team
  /** The app's commands and shortcuts, as in the manifest. Undefined: any command is known. */
  commands?: SlackCommand[]
  shortcuts?: SlackShortcut[]
  /** Where the bytes of files are kept; in memory if not said. */
  contents?: FileContents
  /** Where conversations are kept; nowhere if not said. */
  records?: RecordsFile
  /** How fast a channel takes messages; as fast as they come if not said. */
  messagePace?: MessagePace
  /** How many of the latest calls and deliveries are remembered; all if not said. */
  remembers?: number
}
