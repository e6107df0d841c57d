import type { RecordsFile } from '../records.ts'
import type { World } from './world.ts'

type Read = { person: string; channel: string; messageId: string }

export type Reads = ReturnType<typeof createReads>

/** How far each person has read each channel. */
export function createReads(world: World, records: RecordsFile) {
  const kept = records.of<Read>('discord-read')
  const lastRead = new Map(
    kept.all().map((read) => [`${read.person}/${read.channel}`, BigInt(read.messageId)]),
  )

  return {
    /** Everything that is in the channel now. @returns whether something was unread */
    read(person: string, channel: string): boolean {
      const last = [...world.messages.values()].findLast(({ data }) => data.channel_id === channel)
      const key = `${person}/${channel}`
      if (!last || lastRead.get(key) === BigInt(last.data.id)) return false
      lastRead.set(key, BigInt(last.data.id))
      kept.save(key, { person, channel, messageId: last.data.id })
      return true
    },

    /** By channel: messages by others since the person last read, and how many of them mention the person. */
    unread(person: string): Map<string, { unread: number; mentions: number }> {
      const counts = new Map<string, { unread: number; mentions: number }>()
      for (const { data, onlyFor } of world.messages.values()) {
        const since = lastRead.get(`${person}/${data.channel_id}`) ?? 0n
        if (data.author.id === person || BigInt(data.id) <= since) continue
        if (onlyFor && onlyFor !== person) continue
        const { unread, mentions } = counts.get(data.channel_id) ?? { unread: 0, mentions: 0 }
        const isMentioned = data.mentions.some(({ id }) => id === person) || data.mention_everyone
        counts.set(data.channel_id, { unread: unread + 1, mentions: mentions + (isMentioned ? 1 : 0) })
      }
      return counts
    },
  }
}
