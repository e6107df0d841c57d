import type { BlockAction, ButtonAction, Middleware, SlackActionMiddlewareArgs, webApi } from '@slack/bolt'
import { type FormDependencies, formAboutMessage } from '../modals/form-about-message.ts'
import { openModal } from '../modals/open-modal.ts'
import { handleOf } from '../resolve-actor.ts'
import type { SlackContent } from '../text/read-content.ts'
import { ticketModal } from '../views/ticket-modal.ts'

/** Opens the form: empty, or with the direct message that the button names. */
export const onFileAsked =
  (deps: FormDependencies): Middleware<SlackActionMiddlewareArgs<BlockAction<ButtonAction>>> =>
  async ({ ack, action, body, client, respond }) => {
    await ack()
    const { log, has } = deps
    const message = body.channel && (await messageAt(client, body.channel.id, action.value))
    const form = message
      ? await formAboutMessage(deps, client, handleOf(body).team, message)
      : ticketModal({ takesFiles: has('files:read') })
    await openModal(client, body.trigger_id, form, { respond, log })
  }

/** @returns null for one that was deleted, or for a button that names none */
async function messageAt(
  client: webApi.WebClient,
  channel: string,
  ts: string | undefined,
): Promise<SlackContent | null> {
  if (!ts) return null
  const { messages } = await client.conversations.history({
    ...{ channel, oldest: ts, latest: ts, inclusive: true, limit: 1 },
  })
  const found = messages?.find((message) => message.ts === ts)
  // The client's types of what it reads and of what it posts differ.
  return (found as SlackContent | undefined) ?? null
}
