import type { Discord } from '../../discord/start-discord.ts'
import type { LocalMailbox } from '../../mail/mailbox.ts'
import type { Slack } from '../../slack/slack.ts'
import type { MailOutcome } from '../desk-calls.ts'
import type { PlaygroundPerson } from '../protocol.ts'
import type { Troubles } from './troubles.ts'

/** What the playground shows. A platform or mailbox is undefined when the desk uses a configured one. */
export type ShownServices = {
  slack: Slack | undefined
  discord: Discord | undefined
  mailbox: Pick<LocalMailbox, 'list' | 'read'> | undefined
  /** takes in what people mail to the desk, as it travels; undefined: nobody can write to it from here */
  inboundMail: { address: string; receive: (mail: Uint8Array) => Promise<MailOutcome> } | undefined
  /** calls `look` after a mail has arrived; returns what ends it */
  onMail: (look: () => void) => () => void
  people: PlaygroundPerson[]
  /** @returns a link that signs the person in to the console, once. @throws Error for somebody without an account */
  signInLink: (key: string) => Promise<string>
  troubles: Troubles
  consoleUrl: string
  /** the Slack channel to begin in */
  firstChannel: string
}
