import type { SlackScreen } from '../../../../../slack/screen-shape.ts'
import type { Names } from '../text/names.ts'

export const namesOf = (screen: SlackScreen): Names => ({
  me: screen.me.id,
  user: (id) => screen.people.find((person) => person.id === id)?.realName,
  channel: (id) => screen.channelNames.find((channel) => channel.id === id)?.name,
  group: (id) => screen.userGroups.find((group) => group.id === id)?.handle,
})
