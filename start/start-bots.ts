import { createHash } from 'node:crypto'
import { createDiscordMessenger } from '../bot/discord/outbound/messenger.ts'
import { type AsLeader, startDiscordBot } from '../bot/discord/start.ts'
import { createSlackMessenger } from '../bot/slack/outbound/messenger.ts'
import { startSlackBot } from '../bot/slack/start.ts'
import { createCheckpoint } from '../core/database/checkpoint-store.ts'
import type { Desk } from '../core/desk.ts'
import type { Ticket } from '../core/tickets/ticket.ts'
import { similarOnCard } from '../core/triage/similar/similar-on-card.ts'
import type { Core } from './open-core.ts'
import type { Prepared } from './prepare.ts'

/** Starts the bots that this process runs. Background work sends through the messengers, whichever process it is in. */
export async function startBots({ configuration, log }: Prepared, { desk, database }: Core) {
  const { slack, discord, appUrl, roles } = configuration
  const common = { appUrl, desk, log }
  const similarTo = (ticket: Ticket) => similarOnCard(desk, ticket)
  return {
    slack:
      slack && roles.has('slack')
        ? await startSlackBot({ ...slack, ...common, checkpoint: createCheckpoint(database, 'slack') })
        : undefined,
    discord:
      discord && roles.has('discord')
        ? await startDiscordBot({
            ...discord,
            ...common,
            checkpoint: createCheckpoint(database, 'discord'),
            asLeader: leaderOf(desk, discord.token),
          })
        : undefined,
    messengers: {
      slack: slack ? createSlackMessenger({ ...slack, similarTo, appUrl, log }) : null,
      discord: discord
        ? createDiscordMessenger({
            ...discord,
            ...{ appUrl, log },
            duplicatesOf: desk.tickets.duplicatesOf,
            similarTo,
          })
        : null,
    },
  }
}

export type Bots = Awaited<ReturnType<typeof startBots>>

/** Lets one process at a time connect with a bot's token. */
const leaderOf =
  ({ gateways }: Desk, token: string): AsLeader =>
  (work) =>
    gateways.whileHolding('gateways', `discord-${createHash('sha256').update(token).digest('hex')}`, work)
