import type { Channel } from '../../../../core/outbox/entry.ts'

export const channelNames: Record<Channel, string> = { mail: 'E-mail', slack: 'Slack', discord: 'Discord' }
export const channels: readonly Channel[] = ['mail', 'slack', 'discord']
