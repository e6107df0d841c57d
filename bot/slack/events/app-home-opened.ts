import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt'
import { listTickets } from '../../../core/search/list-tickets.ts'
import type { SlackDependencies } from '../dependencies.ts'
import type { BotEvent } from '../manifest/manifest-types.ts'
import { home } from '../views/home.ts'

export const appHomeOpenedEvent = 'app_home_opened' satisfies BotEvent

const maxListed = 20

/** Shows the home tab. Opening it creates no account: a person without one sees an empty list. */
export const onAppHomeOpened =
  ({ desk, appUrl }: SlackDependencies): Middleware<SlackEventMiddlewareArgs<'app_home_opened'>> =>
  async ({ event, body, client }) => {
    if (event.tab !== 'home') return
    const user = await desk.users.findBySlack(body.team_id, event.user)
    const { tickets } = user?.active
      ? await listTickets(desk, user, { view: 'mine', limit: maxListed })
      : { tickets: [] }
    await client.views.publish({ user_id: event.user, view: home(tickets, appUrl) })
  }
