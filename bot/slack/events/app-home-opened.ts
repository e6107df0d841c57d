import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt'
import type { SlackDependencies } from '../dependencies.ts'
import { publishHome } from '../home/publish-home.ts'
import { overview } from '../lists/list-place.ts'
import type { BotEvent } from '../manifest/manifest-types.ts'

export const appHomeOpenedEvent = 'app_home_opened' satisfies BotEvent

/** Shows the home tab. Opening it creates no account: a person without one sees an empty list. */
export const onAppHomeOpened =
  (deps: SlackDependencies): Middleware<SlackEventMiddlewareArgs<'app_home_opened'>> =>
  async ({ event, body, client }) => {
    if (event.tab !== 'home') return
    await publishHome(deps, client, { team: body.team_id, user: event.user }, overview)
  }
