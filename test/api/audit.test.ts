import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addEntry } from '../../core/catalog/edit-catalog.ts'
import type { Desk } from '../../core/desk.ts'
import { newId } from '../../core/ids.ts'
import { createAccount } from '../../core/users/create-account.ts'
import { unlinkHandle } from '../../core/users/handles/unlink-handle.ts'
import { mergeUsers } from '../../core/users/merge-users.ts'
import { updateUser } from '../../core/users/update-user.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../support/desk-in-process.ts'
import { maintainAccount, maintainCatalog } from '../support/run-workflows.ts'

let at: DeskInProcess
beforeAll(async () => {
  at = await deskInProcess()
})
afterAll(() => at.close())

type Entry = {
  actor: { id: string } | null
  action: string
  about: { kind: string; id: string; name: string } | null
  from: { surface: string; address: string | null }
  changes: { field: string; from: unknown; to: unknown }[]
  note: string | null
}
type Page = { entries: Entry[]; next: string | null }
const password = 'correct horse battery'

const entriesAbout = async (about: string) => {
  const root = await at.somebody('admin')
  return (await root.api.get<Page>(`/api/audit?about=${about}`)).body.entries
}

test('sign-ins are there, failed ones too, without what was typed for a password', async () => {
  const root = await at.somebody('admin')
  const ann = await at.somebody('user', { passwordHash: await at.desk.passwords.hash(password) })
  await at.anonymous.post('/api/auth/login', { email: ann.user.email, password: 'wrong wrong wrong' })
  await at.anonymous.post('/api/auth/login', { email: ann.user.email, password })
  const about = await entriesAbout(ann.user._id)
  expect(about).toMatchObject([
    { action: 'signed-in', actor: { id: ann.user._id }, from: { surface: 'api', address: '127.0.0.1' } },
    { action: 'sign-in-failed', actor: null, note: ann.user.email, changes: [] },
  ])
  await at.anonymous.post('/api/auth/login', { email: 'nobody@example.com', password })
  await at.anonymous.post('/api/auth/login', { email: 'my secret passphrase', password })
  const failed = (await root.api.get<Page>('/api/audit?action=sign-in-failed')).body.entries
  expect(failed.slice(0, 2)).toMatchObject([
    { about: null, note: 'no address' },
    { about: null, note: 'nobody@example.com' },
  ])
  expect(JSON.stringify([...about, ...failed])).not.toMatch(/wrong wrong|correct horse|passphrase|\$2b\$/)
})

test('a changed account tells old and new values; what changes nothing is not there', async () => {
  const [root, max] = [
    await at.somebody('admin'),
    await at.somebody('user', { discord: '200000000000000007' }),
  ]
  const update = (more: object) => root.api.post('/api/auth/update-user', { id: max.user._id, ...more })
  await update({ role: 'moderator', skills: ['C++'] })
  await update({ role: 'moderator' })
  await update({ discord: null })
  expect(await entriesAbout(max.user._id)).toMatchObject([
    { changes: [{ field: 'discord', from: '200000000000000007', to: null }] },
    {
      actor: { id: root.user._id },
      action: 'account-changed',
      changes: [
        { field: 'role', from: 'user', to: 'moderator' },
        { field: 'skills', from: [], to: ['C++'] },
      ],
    },
  ])
})

test('a refused change leaves no trace of having been made', async () => {
  const [max, ann] = [await at.somebody('moderator'), await at.somebody('user')]
  await max.api.post('/api/auth/update-user', { id: ann.user._id, role: 'admin' })
  expect(await entriesAbout(ann.user._id)).toEqual([])
})

test('a deleted ticket is named by its number, not by its words', async () => {
  const [root, ann] = [await at.somebody('admin'), await at.somebody('user')]
  const filed = await ann.api.post<{ ticket: { id: string; number: number } }>('/api/tickets', {
    title: 'Printer on fire',
    description: 'Flames.',
  })
  const { id, number } = filed.body.ticket
  await root.api.remove(`/api/tickets/${id}`)
  const entries = await entriesAbout(id)
  expect(entries).toMatchObject([
    { action: 'ticket-deleted', actor: { id: root.user._id }, about: { kind: 'ticket', name: `#${number}` } },
  ])
  expect(JSON.stringify(entries)).not.toContain('fire')
})

test('a followed link says what it was for; an account from a terminal says so', async () => {
  const made = await createAccount(at.desk, { email: 'ines@example.com', name: 'Ines', role: 'moderator' })
  const token = await at.desk.links.create('invite', { user: made._id })
  await at.anonymous.post('/api/auth/redeem', { token, password })
  const entries = await entriesAbout(made._id)
  expect(entries).toMatchObject([
    { action: 'link-followed', actor: { id: made._id }, note: 'invite' },
    { action: 'account-created', actor: null, from: { surface: 'terminal', address: null } },
  ])
  expect(JSON.stringify(entries)).not.toContain(token)
})

test.each(['actor=me', 'action=anything', 'from=yesterday', 'limit=1000', 'after=x', 'about[$ne]=1'])(
  'refuses ?%s',
  async (query) => {
    const root = await at.somebody('admin')
    expect((await root.api.get(`/api/audit?${query}`)).status).toBe(400)
  },
)

/** The same desk, on which nothing gets into the audit log for now: as if it died right after each change. */
const withoutAudit = (): Desk => {
  const insert = () => Promise.reject(new Error('The database is away.'))
  return { ...at.desk, audit: { ...at.desk.audit, insert } }
}
const origin = { surface: 'web', address: '192.0.2.7', agent: null } as const

describe('what was changed while the audit log could not be written', () => {
  test.each<[string, (desk: Desk, root: Known, max: Known) => Promise<unknown>, object]>([
    [
      'an account',
      (desk, root, max) => updateUser(desk, root.user, { id: max.user._id, role: 'moderator' }, origin),
      { action: 'account-changed', changes: [{ field: 'role', from: 'user', to: 'moderator' }] },
    ],
    [
      'two accounts that become one',
      async (desk, root, max) =>
        mergeUsers(desk, root.user, { id: max.user._id, into: (await at.somebody('user')).user._id }, origin),
      { action: 'account-merged' },
    ],
    [
      'a handle that is taken away',
      (desk, root, max) => unlinkHandle(desk, root.user, { id: max.user._id, kind: 'discord' }, origin),
      { action: 'account-changed', changes: [{ field: 'discord', to: null }] },
    ],
  ])('is there afterwards, once: %s', async (_name, change, expected) => {
    const [root, max] = [await at.somebody('admin'), await at.somebody('user', { discord: newId() })]
    await change(withoutAudit(), root, max)
    expect(await entriesAbout(max.user._id)).toEqual([])
    for (let twice = 0; twice < 2; twice++) await maintainAccount(at, max.user._id).catch(() => undefined)
    const entries = await entriesAbout(max.user._id)
    expect(entries).toMatchObject([
      { ...expected, actor: { id: root.user._id }, from: { address: '192.0.2.7' } },
    ])
  })

  test('a list, too', async () => {
    const root = await at.somebody('admin')
    const entry = await addEntry(
      withoutAudit(),
      root.user,
      'skills',
      { name: 'Cobol', description: '' },
      origin,
    )
    expect(await entriesAbout(entry.id)).toEqual([])
    await maintainCatalog(at)
    expect(await entriesAbout(entry.id)).toMatchObject([
      { action: 'catalog-changed', about: { name: 'Cobol' } },
    ])
  })
})
