import { idOf } from '../ids.ts'
import type { OutboxCollection, OutboxQueue } from '../outbox/entry.ts'
import type { OutboxEvent } from '../outbox/relay.ts'

/** Several documents of one kind that owe something in the same queues. */
export type SharedEvent = { id: string; queues: OutboxQueue[]; owner: OutboxCollection; documents: string[] }

/** They are worked on side by side, and looked at again together when one of them fails. */
const maxTogether = 20

/**
 * Has documents share events: each event costs Inngest, and this process, more than all the rest of a filing. The id
 * names all that share it, so that the same ones sent again are still one event.
 */
export function together(events: OutboxEvent[]): SharedEvent[] {
  const alike = Object.values(Object.groupBy(events, ({ owner, queues }) => [owner, ...queues].join()))
  return alike.flatMap((group = []) => chunksOf(group, maxTogether).map(shared))
}

function shared(events: [OutboxEvent, ...OutboxEvent[]]): SharedEvent {
  const [{ id, queues, owner }, ...others] = events
  return {
    id: others.length === 0 ? id : `${owner}:${idOf(events.map((one) => one.id).join())}`,
    queues,
    owner,
    documents: [...new Set(events.map(({ document }) => document))],
  }
}

const chunksOf = <T>([...rest]: T[], size: number): [T, ...T[]][] => {
  const chunks: [T, ...T[]][] = []
  for (let first = rest.shift(); first !== undefined; first = rest.shift())
    chunks.push([first, ...rest.splice(0, size - 1)])
  return chunks
}
