import { type Sentence, sentence } from '../../text/sentence.ts'
import { preferencesOf } from '../../users/preferences/preferences.ts'
import type { User } from '../../users/user.ts'
import { channelsFor, type Reachable } from '../channels-for.ts'

type Sender = Reachable & Pick<User, 'notifications'>

/** Tells the sender of a mail where they hear of answers to the ticket that it became. */
export function whereAnswersReach(sender: Sender | null): Sentence {
  if (!sender) return sentence`Answers reach you by mail.`
  const chosen = channelsFor('commented', preferencesOf(sender), sender)
  if (chosen.includes('mail')) return sentence`Answers reach you by mail.`
  const byMail = sentence`To get them by mail as well, turn that on in the notification settings.`
  if (chosen.includes('slack')) return sentence`Answers reach you in Slack. ${byMail}`
  if (chosen.includes('discord')) return sentence`Answers reach you on Discord. ${byMail}`
  return sentence`Answers are on the ticket’s page. ${byMail}`
}
