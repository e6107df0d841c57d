import type { WebClient } from '@slack/web-api'
import type { OutgoingReaction } from '../../../core/notifications/messengers/sending.ts'
import { RefusedByProvider } from '../../../core/provider-errors.ts'
import { emojiName } from '../../../core/rich-text/emoji.ts'
import { refusalCodeOf } from './provider-error.ts'

/** An earlier try succeeded: https://docs.slack.dev/reference/methods/reactions.add#errors */
const done = new Set(['already_reacted', 'no_reaction'])

/** Adds the desk's own reaction to a message, or takes it away. @throws RefusedByProvider when it can't be shown */
export async function reactOnSlack(
  { reactions }: Pick<WebClient, 'reactions'>,
  { emoji, isShown }: OutgoingReaction,
  channel: string,
  timestamp: string,
): Promise<void> {
  const name = emojiName(emoji)
  if (!name) throw new RefusedByProvider('Slack has no such emoji')
  const call = isShown ? reactions.add : reactions.remove
  await call({ channel, timestamp, name }).catch((error: unknown) => {
    const code = refusalCodeOf(error) ?? ''
    if (done.has(code)) return
    // An app that was installed with an older manifest shows everything but reactions.
    if (code === 'missing_scope')
      throw new RefusedByProvider('Slack: the app lacks the scope reactions:write')
    throw error
  })
}
