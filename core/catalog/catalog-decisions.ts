import { conflict, invalid, notFound } from '../errors.ts'
import type { ChangedField } from '../trace.ts'
import { fallbackCategory } from './built-in.ts'
import type { Entry, ListName, Lists } from './catalog.ts'
import { listedDefaults } from './default-skills.ts'
import { nameKeyOf } from './names.ts'

/** What a decision changes in a list. One update writes it together with its effects. */
export type ListChange = {
  entries: Entry[]
  /** the changed entry, in its new state */
  entry: Entry
  /** whether the names stored on tickets and accounts must be updated */
  renames: boolean
  changes: ChangedField[]
}

/** @returns null when nothing changes */
export type DecideList = (lists: Lists, list: ListName) => ListChange | null

const maxEntries = 300
/** Older names are no longer in use: documents that held them were renamed long ago. */
const maxFormerly = 100

export const add =
  ({ defaultSkills, ...fresh }: Pick<Entry, 'id' | 'name' | 'description' | 'defaultSkills'>): DecideList =>
  (lists, list) => {
    const entries = lists[list]
    if (entries.length >= maxEntries) throw conflict(`The list is full: it takes ${maxEntries}.`)
    assertFree(entries, fresh.name, null)
    const defaults = listedDefaults(lists, list, defaultSkills, null)
    const entry = { ...fresh, ...defaults, formerly: [], rules: [], retired: false }
    const changes = [{ field: 'name', from: null, to: fresh.name }, ...changedDefaults({}, defaults)]
    return { entries: [...entries, entry], entry, renames: false, changes }
  }

export type EntryEdit = {
  name?: string | undefined
  description?: string | undefined
  retired?: boolean | undefined
  defaultSkills?: string[] | undefined
}

export const change =
  (id: string, { name, description, retired, defaultSkills }: EntryEdit): DecideList =>
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
      ...listedDefaults(lists, list, defaultSkills, before),
    }
    const changes = [
      ...(['name', 'description', 'retired'] as const)
        .filter((field) => before[field] !== after[field])
        .map((field) => ({ field, from: before[field], to: after[field] })),
      ...changedDefaults(before, after),
    ]
    if (changes.length === 0) return null
    return {
      entries: entries.map((one) => (one === before ? after : one)),
      entry: after,
      renames: before.name !== after.name,
      changes,
    }
  }

/** Merges one entry into another. Tickets, accounts and the local engine's rules then use the other one. */
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

/** For the audit log. */
function changedDefaults(before: Pick<Entry, 'defaultSkills'>, after: Pick<Entry, 'defaultSkills'>) {
  const [from, to] = [before, after].map(({ defaultSkills = [] }) => defaultSkills.join(', ') || null)
  return from === to ? [] : [{ field: 'defaultSkills', from, to }]
}

function entryOf(entries: Entry[], id: string): Entry {
  const found = entries.find((one) => one.id === id)
  if (!found) throw notFound('entry')
  return found
}

/** All current and former names of the entries, except the name that stays. Keeps the last 100. */
const formerlyOf = (name: string, entries: Entry[]) =>
  [...new Set(entries.flatMap((one) => [...one.formerly, one.name]))]
    .filter((one) => one !== name)
    .slice(-maxFormerly)

/** Former names stay reserved, because documents may still hold them. @throws conflict */
function assertFree(entries: Entry[], name: string, own: Entry | null) {
  const key = nameKeyOf(name)
  for (const one of entries) {
    if (one.id === own?.id) continue
    if (nameKeyOf(one.name) === key) throw conflict(`“${one.name}” already exists.`)
    if (one.formerly.some((former) => nameKeyOf(former) === key))
      throw conflict(`“${name}” is an older name of “${one.name}”: what was called so is found there.`)
  }
}

function assertDispensable(list: ListName, { name, rules }: Entry) {
  if (list === 'categories' && rules.includes(fallbackCategory))
    throw conflict(`“${name}” is for what fits nowhere else: triage needs it.`)
}
