import type { Topic } from '../../outbox/topics.ts'
import { eventOf } from '../../users/preferences/events.ts'
import { preferencesOf } from '../../users/preferences/preferences.ts'
import type { User } from '../../users/user.ts'
import { cellOf } from '../channels-for.ts'
import type { Sender } from '../sender.ts'
import type { MailContext } from './mail.ts'
import type { Unsubscribable } from './unsubscribe-token.ts'

/** The sender's domain and the footer of a mail. @param why completes "You get this because ..." */
export const mailContext = ({ appUrl }: Pick<Sender, 'appUrl'>, key: string, why: string): MailContext => ({
  key,
  domain: new URL(appUrl).hostname,
  why,
  settingsUrl: `${appUrl}/profile`,
})

export const addressOf = ({ email, name }: Pick<User, 'email' | 'name'>) => ({ email: email ?? '', name })

export const unsubscribeUrl = ({ desk, appUrl }: Sender, user: string, from: Unsubscribable) =>
  `${appUrl}/unsubscribe/${desk.unsubscribeTokens.sign({ user, from })}`

/** @returns undefined when mails about this topic cannot be turned off */
export function unsubscribeUrlFor(sender: Sender, person: User, topic: Topic): string | undefined {
  const event = eventOf(topic)
  const { locked } = cellOf(event, 'mail', preferencesOf(person), person)
  return locked ? undefined : unsubscribeUrl(sender, person._id, event)
}
