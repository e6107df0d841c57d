/** The rows of a query in batches of this size; the last may be smaller. */
export async function* batchesOf<T>(found: AsyncIterable<T>, size = 500): AsyncGenerator<T[]> {
  let batch: T[] = []
  for await (const one of found) {
    batch.push(one)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
