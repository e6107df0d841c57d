import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createCatalogCache } from '../../../core/catalog/catalog-cache.ts'
import { addEntry, changeEntry, mergeEntry } from '../../../core/catalog/edit-catalog.ts'
import { seedCatalog } from '../../../core/catalog/seed.ts'
import { staleWriteWindowMs } from '../../../core/database/stale-write-window.ts'
import type { Desk } from '../../../core/desk.ts'
import { newId } from '../../../core/ids.ts'
import type { CatalogEntry } from '../../../core/outbox/entry.ts'
import { edit } from '../../../core/tickets/actions/edit.ts'
import { perform } from '../../../core/tickets/actions/perform.ts'
import { renameEverywhere } from '../../../core/tickets/rename-everywhere.ts'
import type { NewTicket } from '../../../core/tickets/store/ticket-store.ts'
import { updateUser } from '../../../core/users/update-user.ts'
import type { Worker } from '../../../core/workflows/worker.ts'
import { type DeskInProcess, deskInProcess } from '../../support/desk-in-process.ts'
import { mislisted } from '../../support/mislisted.ts'
import { maintainCatalog, triage } from '../../support/run-workflows.ts'
import { newTicketOf, root } from '../../support/ticket-fixture.ts'

let at: DeskInProcess
let aheadMs = 0
beforeAll(async () => {
  at = await deskInProcess({ now: () => new Date(Date.now() + aheadMs) })
})
beforeEach(async () => {
  await Promise.all([at.database.tickets.deleteMany({}), at.database.users.deleteMany({})])
  const seeded = seedCatalog({ skills: [], categories: [] })
  await at.database.catalogs.collection.replaceOne({ _id: seeded._id as never }, seeded as never)
  at.desk.catalog.forget()
  aheadMs = 0
})
afterAll(() => at.close())

const origin = { surface: 'api' as const, address: null, agent: null }
const file = async (more: Partial<NewTicket> = {}) =>
  (await at.desk.tickets.insert(newTicketOf({ _id: newId(), number: await at.desk.nextNumber(), ...more })))
    .ticket
const fileMany = (count: number, more: Partial<NewTicket>) =>
  Promise.all(Array.from({ length: count }, () => file(more)))
const idOfSkill = async (name: string) =>
  (await at.desk.catalog.load()).skills.find((one) => one.name === name)?.id ?? ''
const rename = async (from: string, to: string) =>
  changeEntry(at.desk, root, { list: 'skills', id: await idOfSkill(from) }, { name: to }, origin)
const merge = async (from: string, into: string) =>
  mergeEntry(
    at.desk,
    root,
    { list: 'skills', id: await idOfSkill(from) },
    { into: await idOfSkill(into) },
    origin,
  )
const renameEntry = async () => (await at.desk.catalog.load()).outbox[0] as CatalogEntry

/** Names that tickets and accounts hold, and no list has. */
async function orphans() {
  const { skills, categories } = await at.desk.catalog.load()
  const known = new Set([...skills, ...categories].map(({ name }) => name))
  const stored = [
    ...(await at.database.tickets.distinct('skills')),
    ...(await at.database.tickets.distinct('category')),
    ...(await at.database.users.distinct('skills')),
  ]
  return stored.filter((name) => name !== null && !known.has(name))
}

/** The desk as a process has it that is killed before its nth write of names. */
const killedBefore = (writes: number): Desk => {
  let left = writes
  return {
    ...at.desk,
    catalog: {
      ...at.desk.catalog,
      writeNames: (kind, changed) => {
        if (left-- === 0) throw new Error('killed')
        return at.desk.catalog.writeNames(kind, changed)
      },
    },
  }
}

describe('after a renaming', () => {
  test('tickets and accounts have the new name, without a line in their history', async () => {
    const ticket = await file({ skills: ['Java', 'VPN'], category: 'Software' })
    const other = await file({ skills: ['VPN'] })
    const { user } = await at.somebody('moderator', { skills: ['VPN', 'Java'] })
    await rename('Java', 'JVM')
    await renameEverywhere(at.desk, await renameEntry())
    expect(await at.desk.tickets.find(ticket._id)).toMatchObject({
      skills: ['JVM', 'VPN'],
      category: 'Software',
      version: 2,
      history: ticket.history,
    })
    expect(await at.desk.tickets.find(other._id)).toEqual(other)
    expect(await at.desk.users.find(user._id)).toMatchObject({ skills: ['VPN', 'JVM'], version: 2 })
  })

  test('those who listen are told of the ticket', async () => {
    const ticket = await file({ skills: ['Java'] })
    aheadMs = 1_000
    await rename('Java', 'JVM')
    await renameEverywhere(at.desk, await renameEntry())
    const changed = await at.desk.tickets.find(ticket._id)
    expect(changed?.updatedAt.getTime()).toBeGreaterThan(ticket.updatedAt.getTime())
  })

  test('it is done once more when nobody can write the old name any longer', async () => {
    await rename('Java', 'JVM')
    await expect(maintainCatalog(at)).rejects.toThrow('may still commit')
    const late = await file({ skills: ['Java'] })
    aheadMs = staleWriteWindowMs + 1
    expect(await maintainCatalog(at)).toBe(1)
    expect((await at.desk.tickets.find(late._id))?.skills).toEqual(['JVM'])
    expect((await at.desk.catalog.load()).outbox).toEqual([])
  })

  test('of a category, tickets have the new one', async () => {
    const ticket = await file({ category: 'Hardware' })
    const { categories } = await at.desk.catalog.load()
    const id = categories.find(({ name }) => name === 'Hardware')?.id ?? ''
    await changeEntry(at.desk, root, { list: 'categories', id }, { name: 'Devices' }, origin)
    await renameEverywhere(at.desk, await renameEntry())
    expect((await at.desk.tickets.find(ticket._id))?.category).toBe('Devices')
  })
})

test('after a merging nobody has the one that stays twice', async () => {
  const ticket = await file({ skills: ['Java', 'Node.js', 'JavaScript'] })
  await merge('Node.js', 'JavaScript')
  await renameEverywhere(at.desk, await renameEntry())
  expect((await at.desk.tickets.find(ticket._id))?.skills).toEqual(['Java', 'JavaScript'])
})

test('cut short it goes on where it was', async () => {
  await fileMany(1_200, { skills: ['Java'] })
  await at.somebody('moderator', { skills: ['Java'] })
  await rename('Java', 'JVM')
  await expect(renameEverywhere(killedBefore(2), await renameEntry())).rejects.toThrow('killed')
  const { walk } = await at.desk.catalog.load()
  expect(walk).toMatchObject({ holder: 'tickets', after: expect.stringMatching(/^[0-9a-f]{24}$/) })
  expect(await at.database.tickets.countDocuments({ skills: 'JVM' })).toBe(1_000)
  await renameEverywhere(at.desk, await renameEntry())
  expect(await orphans()).toEqual([])
  expect(await mislisted(at.database)).toEqual([])
})

test('no name is orphaned, whatever people and triage do meanwhile, and with kills in between', async () => {
  const admin = (await at.somebody('admin')).user
  const tickets = await fileMany(60, { skills: ['Java', 'VPN'], category: 'Software' })
  const people = await Promise.all(
    Array.from({ length: 10 }, () => at.somebody('moderator', { skills: ['Java'] })),
  )
  const worker = { desk: at.desk, gemini: null } as Worker
  let busy = true
  const meanwhile = [
    async () => {
      const { _id, version } = await file({
        title: 'Maven',
        description: 'The JVM crashes on VPN',
        effects: [{ queue: 'triage', kind: 'triage' }],
      })
      expect(version).toBe(1)
      await triage(worker, _id)
    },
    async () => {
      const { _id = '' } = tickets[Math.floor(Math.random() * tickets.length)] ?? {}
      const { version = 0 } = (await at.desk.tickets.find(_id)) ?? {}
      const input = { version, skills: ['Java', 'Python', 'VPN'] }
      await perform(at.desk, admin, edit, { id: _id, surface: 'api', input }).catch((error) => {
        expect(error.kind).toBe('conflict')
      })
    },
    async () => {
      const { user } = people[Math.floor(Math.random() * people.length)] ?? { user: admin }
      await updateUser(at.desk, admin, { id: user._id, skills: ['Java', 'Node.js'] }, origin)
    },
  ].map(async (work) => {
    while (busy) await work()
  })
  await rename('Java', 'JVM')
  await expect(renameEverywhere(killedBefore(1), await renameEntry())).rejects.toThrow('killed')
  await merge('Python', 'JVM')
  await merge('VPN', 'Networking')
  await renameEverywhere(at.desk, await renameEntry())
  await rename('JVM', 'Java and Python')
  await new Promise((done) => setTimeout(done, 1_500))
  busy = false
  await Promise.all(meanwhile)
  aheadMs = staleWriteWindowMs + 1
  while ((await at.desk.catalog.load()).outbox.length > 0) await maintainCatalog(at)
  expect(await orphans()).toEqual([])
  expect(await mislisted(at.database)).toEqual([])
  expect(await at.database.tickets.countDocuments({ skills: 'Java and Python' })).toBeGreaterThan(0)
})

describe('the edges', () => {
  test('an older name is understood, and what is new or retired at the moment counts', async () => {
    const admin = (await at.somebody('admin')).user
    const { _id } = await file({ skills: ['SAP'] })
    const editSkills = async (skills: string[]) => {
      const { version = 0 } = (await at.desk.tickets.find(_id)) ?? {}
      return (await perform(at.desk, admin, edit, { id: _id, surface: 'api', input: { version, skills } }))
        .skills
    }
    await expect(editSkills(['COBOL'])).rejects.toMatchObject({ kind: 'invalid', field: 'skills' })
    await addEntry(at.desk, root, 'skills', { name: 'COBOL', description: '' }, origin)
    await rename('Java', 'JVM')
    const id = await idOfSkill('SAP')
    await changeEntry(at.desk, root, { list: 'skills', id }, { retired: true }, origin)
    expect(await editSkills(['COBOL', 'Java', 'SAP'])).toEqual(['COBOL', 'JVM', 'SAP'])
    expect(await editSkills(['COBOL'])).toEqual(['COBOL'])
    await expect(editSkills(['SAP'])).rejects.toMatchObject({ kind: 'invalid', field: 'skills' })
  })

  test('another process knows of a change within a second', async () => {
    let now = Date.now()
    const elsewhere = createCatalogCache(at.desk.catalog.load, () => now)
    await elsewhere.read()
    await rename('Java', 'JVM')
    now += 1_000
    expect((await elsewhere.read()).skills.map(({ name }) => name)).toContain('JVM')
  })
})

test('two admins at once: each change is there, and a name goes to one', async () => {
  const adds = await Promise.allSettled(
    ['COBOL', 'Cobol', 'Fortran', 'Ada'].map((name) =>
      addEntry(at.desk, root, 'skills', { name, description: '' }, origin),
    ),
  )
  expect(adds.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  const names = (await at.desk.catalog.load()).skills.map(({ name }) => name.toLowerCase())
  expect(names.filter((name) => name === 'cobol')).toHaveLength(1)
  expect(names).toEqual(expect.arrayContaining(['fortran', 'ada']))
})
