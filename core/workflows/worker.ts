import type { Desk } from '../desk.ts'
import type { DeliveryStore } from '../notifications/delivery-store.ts'
import type { Mailer } from '../notifications/mailer.ts'
import type { DiscordMessenger, SlackMessenger } from '../notifications/messengers.ts'
import type { GeminiSettings } from '../triage/gemini/analyse-with-gemini.ts'

/** What the background work needs besides the desk. A messenger is null when its surface isn't configured. */
export type Worker = {
  desk: Desk
  deliveries: DeliveryStore
  mailer: Mailer
  slack: SlackMessenger | null
  discord: DiscordMessenger | null
  gemini: GeminiSettings | null
  appUrl: string
  /** told of each triage: who did it and how long it took */
  triaged?: (engine: 'gemini' | 'local', ms: number) => void
}
