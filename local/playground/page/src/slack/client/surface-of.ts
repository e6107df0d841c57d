import type { SlackScreen } from '../../../../../slack/screen-shape.ts'
import type { Surface } from '../blocks/surface.ts'

/** What blocks in a message or the Home tab can do. */
export const surfaceOf = (screen: SlackScreen, act: Surface['act']): Surface => ({
  act,
  errors: {},
  people: screen.people
    .filter(({ isBot }) => !isBot)
    .map(({ id, realName }) => ({ value: id, label: realName })),
  channels: screen.channelNames.map(({ id, name }) => ({ value: id, label: `#${name}` })),
  suggest: async () => [],
})
