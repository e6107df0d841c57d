import type { RecordsFile } from '../records.ts'
import type { Channel } from './workspace.ts'

type Read = { person: string; channel: string; ts: string }

export type Reads = ReturnType<typeof createReads>

/** How far each person has read each conversation. */
export function createReads(records: RecordsFile) {
  const kept = records.of<Read>('slack-read')
  const lastRead = new Map(kept.all().map((read) => [`${read.person}/${read.channel}`, read.ts]))

  return {
    /** Everything that is in the conversation now. @returns whether something was unread */
    read(person: string, channel: Channel): boolean {
      const ts = channel.messages.at(-1)?.ts
      const key = `${person}/${channel.id}`
      if (!ts || lastRead.get(key) === ts) return false
      lastRead.set(key, ts)
      kept.save(key, { person, channel: channel.id, ts })
      return true
    },

    /** Messages by others since the person last read, replies in threads included. */
    unread(person: string, channel: Channel): number {
      const since = lastRead.get(`${person}/${channel.id}`) ?? ''
      return channel.messages.filter(({ ts, user }) => ts > since && user !== person).length
    },
  }
}
