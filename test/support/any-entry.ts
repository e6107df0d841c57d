import type { EffectOf, OutboxEntry } from '../../core/outbox/entry.ts'

type AllOf<Entry> = Entry extends unknown ? keyof Entry : never
type ValueOf<Entry, Key extends PropertyKey> = Entry extends unknown
  ? Key extends keyof Entry
    ? Entry[Key]
    : never
  : never

/** An outbox entry or effect of any kind, with the fields of all kinds, for assertions. */
export type AnyEntry = { [Key in AllOf<OutboxEntry>]?: ValueOf<OutboxEntry, Key> }
export const anyEntry = (entry: EffectOf<OutboxEntry> | OutboxEntry) => entry as AnyEntry
