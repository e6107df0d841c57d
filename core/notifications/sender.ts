import type { Desk } from '../desk.ts'
import type { DeliveryStore } from './deliveries/delivery-store.ts'
import type { Mailer } from './mail/mailer.ts'
import type { DiscordMessenger } from './messengers/discord-messenger.ts'
import type { SlackMessenger } from './messengers/slack-messenger.ts'

/** The dependencies for sending. A messenger is null when its surface is not configured. */
export type Sender = {
  desk: Desk
  deliveries: DeliveryStore
  mailer: Mailer
  slack: SlackMessenger | null
  discord: DiscordMessenger | null
  /** the console's address */
  appUrl: string
}
