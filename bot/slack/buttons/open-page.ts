import { isRefusal } from '../../../core/errors.ts'
import { welcomeUrl } from '../../../core/notifications/account-notice.ts'
import { slackSignInLink } from '../../../core/users/mail-links/slack-sign-in-link.ts'
import type { SlackDependencies } from '../dependencies.ts'
import type { ButtonHandler } from '../handlers.ts'
import { isInModal, openModal } from '../modals/open-modal.ts'
import { handleOf } from '../resolve-actor.ts'
import { type PageOffer, pageModal } from '../views/forms/page-modal.ts'

/**
 * Shows a link to a page of the console to the person who pressed, and to nobody else. Whoever has an account is signed in
 * by it. A modal works wherever a button can be, also in the home tab and in channels that the bot is not in.
 */
export const onPageAsked =
  ({ desk, appUrl, log }: SlackDependencies): ButtonHandler =>
  async ({ ack, action, body, client, respond }) => {
    await ack()
    const url = new URL(action.value ?? action.url ?? '/', appUrl)
    const page = url.pathname + url.search
    const offer = await offerFor()
    await openModal(client, body.trigger_id, pageModal(offer), { respond, log, over: isInModal(body) })

    async function offerFor(): Promise<PageOffer> {
      const plain = { url: `${appUrl}${page}`, signsIn: null }
      try {
        const link = await slackSignInLink(desk, handleOf(body), page)
        return link ? { url: welcomeUrl({ appUrl, token: link.token }), signsIn: link.name } : plain
      } catch (error) {
        if (!isRefusal(error)) throw error
        return plain
      }
    }
  }
