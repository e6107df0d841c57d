import { once } from 'node:events'
import { noRecords, type RecordsFile } from '../records.ts'
import { createAdministration } from './administration.ts'
import { createWorld } from './create-world.ts'
import { createExpiry } from './expiry.ts'
import { createFaults } from './faults.ts'
import { createGateway, hostOf } from './gateway.ts'
import { createHttpServer } from './http-server.ts'
import { createObservation } from './observation.ts'
import { createPerson } from './person/person.ts'
import { createReads } from './reads.ts'
import { restoreWorld } from './restore-world.ts'
import { applicationRoutes } from './routes/application-routes.ts'
import { guildRoutes } from './routes/guild-routes.ts'
import { interactionRoutes } from './routes/interaction-routes.ts'
import { messageRoutes } from './routes/message-routes.ts'
import { reactionRoutes } from './routes/reaction-routes.ts'
import { threadRoutes } from './routes/thread-routes.ts'
import { type DiscordLook, discordScreen } from './screen.ts'
import type { WorldOptions } from './world.ts'

export type DiscordOptions = WorldOptions & {
  /** Where conversations are kept; default: nowhere. */
  records?: RecordsFile
}

export type Discord = Awaited<ReturnType<typeof startDiscord>>

/** Discord on loopback: a guild with one channel, its people, and the bot that logs in with `token`. */
export async function startDiscord({ records = noRecords, ...options }: DiscordOptions) {
  if (/^(bot|bearer)/i.test(options.token))
    throw new Error('discord.js strips "Bot" from the start of a token: choose another one')
  const world = createWorld(options)
  world.kept = restoreWorld(world, records)
  const reads = createReads(world, records)
  const faults = createFaults()
  const server = createHttpServer(world, faults, {
    withToken: { ...applicationRoutes, ...messageRoutes, ...reactionRoutes, ...threadRoutes, ...guildRoutes },
    open: interactionRoutes,
  })
  const gateway = createGateway(world, server)
  world.dispatch = gateway.dispatch
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  world.cdn = `http://${hostOf(server)}`

  return {
    /** For `DISCORD_API_URL` and discord.js' `rest.api`. */
    apiUrl: `http://${hostOf(server)}/api`,
    guildId: options.guildId,
    channelId: options.channelId,
    botId: world.bot.id,
    /** Every REST call in order of arrival. */
    calls: world.calls,
    ...createAdministration(world),
    ...createObservation(world, options.channelId),
    ...createExpiry(world),
    as: (personId: string) => createPerson(world, personId),

    /** Orders an error answer: 429 with its headers (default), 500, 502 or any other status. */
    failNext: faults.failNext,
    delayNext: faults.delayNext,
    /** Does the work, then resets the connection instead of answering. */
    loseAnswer: faults.loseAnswer,

    /** What became of gateway connections: `identify`, `resume`, `invalid session`, `dropped`, `refused`. */
    gatewayHistory: gateway.history,
    dropGateway: gateway.drop,
    /** Ends the time in which new connections are refused. */
    acceptConnections: gateway.acceptConnections,
    /** Sends op 7, as before a gateway server restarts. */
    askToReconnect: gateway.askToReconnect,
    isConnected: gateway.isConnected,

    /** What one person sees. */
    screen: (look: DiscordLook) => discordScreen(world, reads, gateway.isConnected(), look),

    /** The person has the channel before their eyes. */
    read(personId: string, channelId: string) {
      if (reads.read(personId, channelId)) world.changes.emit('change')
    },

    /** Calls `look` after every change. Returns what ends it. */
    onChange(look: () => void) {
      world.changes.on('change', look)
      return () => void world.changes.off('change', look)
    },

    async close() {
      gateway.close()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
