import type { DiscordScreen } from '../../../../../discord/screen-shape.ts'
import type { Names } from '../markdown/names.ts'
import { nameOf } from '../message/name-of.ts'
import { placeName } from './place.ts'

export const namesOf = (screen: DiscordScreen, open: Names['open']): Names => ({
  open,
  me: screen.me.id,
  user: (id) => {
    const member = screen.members.find(({ user }) => user.id === id)
    return member && nameOf(member.user)
  },
  role: () => undefined,
  channel: (id) => placeName(screen, id) || undefined,
})
