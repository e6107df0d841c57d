import type { QueryClient, QueryKey } from '@tanstack/react-query'

const shortestPauseMs = 300
/** A computer that slept makes a read look endless. */
const longestPauseMs = 5_000

/**
 * Reads again what is stale and shown: at once when it is quiet, and in a burst of news no more often than the desk
 * can answer.
 */
export function createRefresher(client: QueryClient) {
  let stale = new Map<string, QueryKey>()
  let running = false

  async function run() {
    running = true
    while (stale.size > 0) {
      const keys = [...stale.values()]
      stale = new Map()
      const startedAt = performance.now()
      await Promise.all(keys.map((key) => readAgain(client, key)))
      const took = performance.now() - startedAt
      await pause(Math.min(longestPauseMs, Math.max(shortestPauseMs, 2 * took)))
    }
    running = false
  }

  return (keys: QueryKey[]) => {
    for (const key of keys) stale.set(JSON.stringify(key), key)
    if (!running) void run()
  }
}

/** A first read that is under way is not begun anew by react-query; it may have read what is stale by now. */
async function readAgain(client: QueryClient, queryKey: QueryKey) {
  const begun = client
    .getQueryCache()
    .findAll({ queryKey, fetchStatus: 'fetching' })
    .filter(({ state }) => state.data === undefined)
  await client.invalidateQueries({ queryKey })
  await Promise.all(begun.map((query) => client.invalidateQueries({ queryKey: query.queryKey, exact: true })))
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
