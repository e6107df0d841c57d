import type { QueryClient, QueryKey } from '@tanstack/react-query'

const minPauseMs = 300
/** A read that spans a computer's sleep seems to take hours. */
const maxPauseMs = 5_000

/**
 * Rereads stale queries that are shown: at once after a quiet time, and during a burst of events only as often as the
 * desk can answer.
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
      await pause(Math.min(maxPauseMs, Math.max(minPauseMs, 2 * took)))
    }
    running = false
  }

  return (keys: QueryKey[]) => {
    for (const key of keys) stale.set(JSON.stringify(key), key)
    if (!running) void run()
  }
}

/** A next page under way would be lost when its list is reread, so it arrives first. */
const nextPages = (client: QueryClient, queryKey: QueryKey) =>
  Promise.allSettled(
    client
      .getQueryCache()
      .findAll({ queryKey, fetchStatus: 'fetching' })
      .filter(({ state }) => state.fetchMeta?.fetchMore)
      .map(({ promise }) => promise),
  )

/** Rereads a query. A first read under way may have read stale data, and react-query doesn't restart it: reread after it. */
async function readAgain(client: QueryClient, queryKey: QueryKey) {
  await nextPages(client, queryKey)
  const begun = client
    .getQueryCache()
    .findAll({ queryKey, fetchStatus: 'fetching' })
    .filter(({ state }) => state.data === undefined)
  await client.invalidateQueries({ queryKey })
  await Promise.all(begun.map((query) => client.invalidateQueries({ queryKey: query.queryKey, exact: true })))
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
