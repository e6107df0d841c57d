import type { WebClient } from '@slack/web-api'
import type { SlackHandle } from '../../../core/users/handles/handles.ts'

/**
 * Gets a person's name and address. The address decides which account the person gets, so it counts only if Slack says
 * that it is confirmed. A missing `is_email_confirmed` counts as no.
 */
export async function profileOf(client: WebClient, { user: id }: Pick<SlackHandle, 'user'>) {
  const { user } = await client.users.info({ user: id })
  const email = user?.is_email_confirmed === true ? user.profile?.email : undefined
  const name = user?.profile?.real_name || user?.real_name || user?.name || id
  return { email: email || null, name: name.trim().slice(0, 80) || id }
}
