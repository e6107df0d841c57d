import type { WebClient } from '@slack/web-api'
import type { SlackHandle } from '../../../core/users/handles/handles.ts'
import type { SlackDependencies } from '../dependencies.ts'
import type { ListPlace } from '../lists/list-place.ts'
import { findReader } from '../resolve-actor.ts'
import { home } from '../views/home.ts'
import { readHome } from './read-home.ts'

/** Shows a person their home tab, at a place of it. */
export async function publishHome(
  { desk }: Pick<SlackDependencies, 'desk'>,
  client: Pick<WebClient, 'views'>,
  handle: SlackHandle,
  place: ListPlace,
) {
  const reader = await findReader(desk, handle)
  await client.views.publish({ user_id: handle.user, view: home(await readHome(desk, reader, place)) })
}
