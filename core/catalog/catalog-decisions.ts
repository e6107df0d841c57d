import { conflict, invalid, notFound } from '../errors.ts'
import type { ChangedField } from '../trace.ts'
import { fallbackCategory } from './built-in.ts'
import type { Entry, ListName, Lists } from './catalog.ts'
import { nameKeyOf } from './names.ts'

/** What a decision changes in a list, written in one update together with its effects. */
export type ListChange = {
  entries: Entry[]
  /** the entry that it is about, as it is afterwards */
  entry: Entry
  /** stored names have to follow */
  renames: boolean
  changes: ChangedField[]
}

/** Null: there is nothing to do. */
export type DecideList = (lists: Lists, list: ListName) => ListChange | null

export const maxEntries = 300
/** Older ones are in use nowhere: what was stored under them was renamed long ago. */
const maxFormerly = 100

export const add =
  (fresh: Pick<Entry, 'id' | 'name' | 'description'>): DecideList =>
  (lists, list) => {
    const entries = lists[list]
    if (entries.length >= maxEntries) throw conflict(`The list is full: it takes ${maxEntries}.`)
    assertFree(entries, fresh.name, null)
    const entry = { ...fresh, formerly: [], rules: [], retired: false }
    const changes = [{ field: 'name', from: null, to: fresh.name }]
    return { entries: [...entries, entry], entry, renames: false, changes }
  }

export type EntryEdit = {
  name?: string | undefined
  description?: string | undefined
  retired?: boolean | undefined
}

export const change =
  (id: string, { name, description, retired }: EntryEdit): DecideList =>
  (lists, list) => {
    const entries = lists[list]
    const before = entryOf(entries, id)
    if (name !== undefined) assertFree(entries, name, before)
    if (retired) assertDispensable(list, before)
    const after = {
      ...before,
      ...(name === undefined ? {} : { name, formerly: formerlyOf(name, [before]) }),
      description: description ?? before.description,
      retired: retired ?? before.retired,
    }
    const changes = (['name', 'description', 'retired'] as const)
      .filter((field) => before[field] !== after[field])
      .map((field) => ({ field, from: before[field], to: after[field] }))
    if (changes.length === 0) return null
    return {
      entries: entries.map((one) => (one === before ? after : one)),
      entry: after,
      renames: before.name !== after.name,
      changes,
    }
  }

/** One entry becomes another: who has it has the other one, and what the rules said of it they say of that. */
export const merge =
  (id: string, into: string): DecideList =>
  (lists, list) => {
    const entries = lists[list]
    const gone = entryOf(entries, id)
    if (id === into) throw invalid('into', 'Choose another one than itself.')
    const target = entries.find((one) => one.id === into)
    if (!target) throw invalid('into', 'There is no such entry in this list.')
    if (target.retired) throw conflict(`“${target.name}” is retired: bring it back first.`)
    const entry = {
      ...target,
      formerly: formerlyOf(target.name, [gone, target]),
      rules: [...new Set([...target.rules, ...gone.rules])],
    }
    return {
      entries: entries.filter((one) => one !== gone).map((one) => (one === target ? entry : one)),
      entry,
      renames: true,
      changes: [{ field: 'merged', from: gone.name, to: target.name }],
    }
  }

function entryOf(entries: Entry[], id: string): Entry {
  const found = entries.find((one) => one.id === id)
  if (!found) throw notFound('entry')
  return found
}

/** All the names that these have and had, but for the one that goes on. */
const formerlyOf = (name: string, entries: Entry[]) =>
  [...new Set(entries.flatMap((one) => [...one.formerly, one.name]))]
    .filter((one) => one !== name)
    .slice(-maxFormerly)

/** A former name belongs to who had it: what is still stored under it is theirs. */
function assertFree(entries: Entry[], name: string, own: Entry | null) {
  const key = nameKeyOf(name)
  for (const one of entries) {
    if (one.id === own?.id) continue
    if (nameKeyOf(one.name) === key) throw conflict(`There is “${one.name}” already.`)
    if (one.formerly.some((former) => nameKeyOf(former) === key))
      throw conflict(`“${name}” is an older name of “${one.name}”: what was called so is found there.`)
  }
}

function assertDispensable(list: ListName, { name, rules }: Entry) {
  if (list === 'categories' && rules.includes(fallbackCategory))
    throw conflict(`“${name}” is for what fits nowhere else: triage needs it.`)
}
