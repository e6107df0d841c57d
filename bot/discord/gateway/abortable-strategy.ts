import { setTimeout as sleep } from 'node:timers/promises'
import { SimpleShardingStrategy } from 'discord.js'

/** How long to wait for Discord to close a connection. */
const closeWithinMs = 2_000

type GatewayManager = ConstructorParameters<typeof SimpleShardingStrategy>[0]

/** Private parts of the library that we need. */
type Shard = {
  internalConnect: () => Promise<void>
  connection: { onerror: unknown; terminate: () => void } | null
}
type Inside = { shards: ReadonlyMap<number, Shard> }

/**
 * discord.js' own strategy, with a `destroy` that also works while a shard is connecting. Without it, such a shard
 * connects anyway (@discordjs/ws 1.2.3). It would then answer next to the new client's shard and keep the process
 * alive.
 */
export function buildAbortableStrategy(manager: GatewayManager): SimpleShardingStrategy {
  const strategy = new SimpleShardingStrategy(manager)
  const destroy = strategy.destroy.bind(strategy)
  strategy.destroy = async (options) => {
    const shards = [...(strategy as unknown as Inside).shards.values()]
    for (const shard of shards) shard.internalConnect = async () => {}
    await Promise.race([destroy(options), sleep(closeWithinMs, undefined, { ref: false })])
    for (const { connection } of shards) if (connection) abandon(connection)
  }
  return strategy
}

/**
 * Closes a connection that is still being opened. The library leaves it open, and it would fail with an unhandled
 * error.
 */
function abandon(connection: NonNullable<Shard['connection']>) {
  connection.onerror = () => {}
  connection.terminate()
}
