import type { BlockAction, ButtonAction, Middleware, SlackActionMiddlewareArgs } from '@slack/bolt'
import type { SlackDependencies } from '../dependencies.ts'
import { openModal } from '../modals/open-modal.ts'
import { ticketModal } from '../views/ticket-modal.ts'

/** Opens the empty form. */
export const onFileAsked =
  ({
    log,
    has,
  }: Pick<SlackDependencies, 'log' | 'has'>): Middleware<
    SlackActionMiddlewareArgs<BlockAction<ButtonAction>>
  > =>
  async ({ ack, body, client, respond }) => {
    await ack()
    await openModal(client, body.trigger_id, ticketModal({ takesFiles: has('files:read') }), { respond, log })
  }
