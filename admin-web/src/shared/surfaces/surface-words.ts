import type { Source, Surface } from '../../../../core/surface-names.ts'
import { channelNames } from './channel-words.ts'

/** Where something came from: "from ..." */
export const surfaceWords: Record<Surface | 'terminal', string> = {
  slack: 'Slack',
  discord: 'Discord',
  web: 'the console',
  api: 'the API',
  mail: 'e-mail',
  desk: 'the desk',
  terminal: 'a terminal',
}

/** As a choice, or beside its label. */
export const sourceNames: Record<Source, string> = {
  ...channelNames,
  web: 'Console',
  api: 'API',
}

/** Where something was done. */
export const placeWords: Record<Surface, string> = {
  slack: 'in Slack',
  discord: 'in Discord',
  web: 'in the console',
  api: 'through the API',
  mail: 'by e-mail',
  desk: 'by the desk',
}
