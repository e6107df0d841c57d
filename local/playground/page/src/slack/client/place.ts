import type { SlackScreen } from '../../../../../slack/screen-shape.ts'

/** What the person has open: a conversation, perhaps the app's Home tab over it, perhaps a thread beside it. */
export type Place = { conversation: string | null; isHome: boolean; thread: string | null }

export const noPlace: Place = { conversation: null, isHome: false, thread: null }

/** Where a person begins: the direct messages with the app. */
export const firstPlace = (screen: SlackScreen): string | null =>
  (screen.conversations.find(({ isIm }) => isIm) ?? screen.conversations[0])?.id ?? null
