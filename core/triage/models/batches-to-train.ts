import type { Lists } from '../../catalog/catalog.ts'
import type { Desk } from '../../desk.ts'
import { createReader, type TrainingTicket } from './training-ticket.ts'
import { maxToTrain } from './triage-model.ts'

const batchSize = 250
/** All texts together, in characters. Older tickets than fit are left out. */
const maxCharacters = 60_000_000

/** What the newest resolved tickets teach, the newest first, in batches: never all of them in this thread's memory. */
export async function* batchesToTrain(
  tickets: Pick<Desk['tickets'], 'resolved'>,
  lists: Lists,
): AsyncGenerator<TrainingTicket[]> {
  const read = createReader(lists)
  let batch: TrainingTicket[] = []
  let characters = 0
  for await (const resolved of tickets.resolved(maxToTrain)) {
    const ticket = await read(resolved)
    if (!ticket) continue
    characters += ticket.title.length + ticket.description.length
    if (characters > maxCharacters) break
    batch.push(ticket)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
