import { setTimeout as sleep } from 'node:timers/promises'
import { SimpleShardingStrategy } from 'discord.js'

/** How long Discord has to say goodbye. */
const farewellMs = 2_000

type GatewayManager = ConstructorParameters<typeof SimpleShardingStrategy>[0]

/** What the library keeps to itself. */
type Shard = {
  internalConnect: () => Promise<void>
  connection: { onerror: unknown; terminate: () => void } | null
}
type Inside = { shards: ReadonlyMap<number, Shard> }

/**
 * discord.js' own strategy, with a `destroy` that lasts. Its shards come to life again when they are destroyed while
 * they connect or wait to connect (@discordjs/ws 1.2.3); such a shard would answer beside the next client's, and keep
 * the process from ending.
 */
export function buildAbortableStrategy(manager: GatewayManager): SimpleShardingStrategy {
  const strategy = new SimpleShardingStrategy(manager)
  const destroy = strategy.destroy.bind(strategy)
  strategy.destroy = async (options) => {
    const shards = [...(strategy as unknown as Inside).shards.values()]
    for (const shard of shards) shard.internalConnect = async () => {}
    await Promise.race([destroy(options), sleep(farewellMs, undefined, { ref: false })])
    for (const { connection } of shards) if (connection) abandon(connection)
  }
  return strategy
}

/** A connection that was still being made is left open by the library, and would end with an unhandled error. */
function abandon(connection: NonNullable<Shard['connection']>) {
  connection.onerror = () => {}
  connection.terminate()
}
