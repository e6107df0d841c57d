import { setTimeout as sleep } from 'node:timers/promises'
import { SimpleShardingStrategy, WebSocketShardStatus } from 'discord.js'

/** A shard that is to reconnect pauses for 500 ms as "idle", and ignores being destroyed in that time. */
const longerThanThePauseMs = 700
const mostTries = 8

type GatewayManager = ConstructorParameters<typeof SimpleShardingStrategy>[0]

/** What the library keeps to itself. */
type Shard = {
  status: WebSocketShardStatus
  destroy: SimpleShardingStrategy['destroy']
  connection: { terminate: () => void } | null
}
type Inside = { shards: ReadonlyMap<number, Shard> }

/**
 * discord.js' own strategy, with a `destroy` that lasts. Its shards come to life again when they are destroyed while
 * they connect or wait to connect (@discordjs/ws 1.2.3); such a shard would answer beside the next client's, and keep
 * the process from ending.
 */
export function buildMortalStrategy(manager: GatewayManager): SimpleShardingStrategy {
  const strategy = new SimpleShardingStrategy(manager)
  const destroy = strategy.destroy.bind(strategy)
  strategy.destroy = async (options) => {
    const shards = [...(strategy as unknown as Inside).shards.values()]
    const wereSteady = shards.every((shard) => shard.status === WebSocketShardStatus.Ready)
    await destroy(options)
    for (let tries = 0; !wereSteady && tries < mostTries; tries++) {
      await sleep(longerThanThePauseMs)
      const alive = shards.filter((shard) => shard.status !== WebSocketShardStatus.Idle)
      if (alive.length === 0) break
      await Promise.all(alive.map((shard) => shard.destroy(options)))
    }
    // A connection that was still being made is left open by the library
    for (const shard of shards) shard.connection?.terminate()
  }
  return strategy
}
