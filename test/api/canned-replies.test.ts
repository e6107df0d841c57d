import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CannedReplyView } from '../../core/canned-replies/canned-reply-view.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../support/desk-in-process.ts'

let at: DeskInProcess
let max: Known
let root: Known
beforeAll(async () => {
  at = await deskInProcess()
  max = await at.somebody('moderator')
  root = await at.somebody('admin')
})
afterAll(() => at.close())

type One = { reply: CannedReplyView }
const path = '/api/canned-replies'
const greeting = { name: 'Greeting', text: 'Hello {{first_name}}' }

test('a moderator adds one, everybody on the staff uses and changes it, and the audit log tells', async () => {
  const added = await max.api.post<One>(path, greeting)
  expect(added).toMatchObject({
    status: 201,
    body: { reply: { ...greeting, version: 1, createdBy: { id: max.user._id } } },
  })
  const { id } = added.body.reply
  const changed = await root.api.call<One>('PUT', `${path}/${id}`, { version: 1, name: 'Hello' })
  expect(changed.body.reply).toMatchObject({
    ...{ name: 'Hello', text: greeting.text, version: 2 },
    ...{ createdBy: { id: max.user._id }, changedBy: { id: root.user._id } },
  })
  expect((await max.api.get<{ replies: CannedReplyView[] }>(path)).body.replies).toEqual([changed.body.reply])
  expect((await max.api.call('DELETE', `${path}/${id}`)).status).toBe(204)
  expect((await max.api.call('DELETE', `${path}/${id}`)).status).toBe(404)
  const log = await root.api.get<{ entries: object[] }>(`/api/audit?about=${id}`)
  expect(log.body.entries).toMatchObject([
    { actor: { id: max.user._id }, changes: [{ field: 'name', from: 'Hello', to: null }, { field: 'text' }] },
    { actor: { id: root.user._id }, changes: [{ field: 'name', from: 'Greeting', to: 'Hello' }] },
    { action: 'canned-reply-changed', about: { kind: 'canned-reply', name: 'Greeting' } },
  ])
})

test('a name is there once, however many add it at once', async () => {
  const answers = await Promise.all(
    ['Twice', 'twice', ' T wice', 'TWICE'].map((name) => max.api.post(path, { name, text: 'x' })),
  )
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409])
})

test('nobody overwrites what they have not seen', async () => {
  const { id } = (await max.api.post<One>(path, { name: 'Contended', text: 'x' })).body.reply
  const answers = await Promise.all(
    ['a', 'b', 'c'].map((text) => root.api.call('PUT', `${path}/${id}`, { version: 1, text })),
  )
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
})

test.each([
  ['an unknown variable', { name: 'x', text: 'Hello {{password}}' }],
  ['a text of 2,001 characters', { name: 'x', text: 'x'.repeat(2_001) }],
  ['no text', { name: 'x', text: ' ' }],
  ['a name of two lines', { name: 'x\ny', text: 'x' }],
])('%s is refused', async (_what, body) => expect((await max.api.post(path, body)).status).toBe(400))

test('it is filled in for a ticket, and what the requester chose stays text', async () => {
  const ann = await at.somebody('user', { name: '[Ann](http://evil.example) Arbor' })
  const { ticket } = (
    await ann.api.post<{ ticket: { id: string; number: number } }>('/api/tickets', {
      title: 'Printer *on* fire',
      description: 'x',
    })
  ).body
  const text = 'Hello {{requester}}, #{{number}} “{{title}}” is mine. {{moderator}}'
  const { id } = (await max.api.post<One>(path, { name: 'All variables', text })).body.reply
  const filled = await max.api.get<{ text: string }>(`/api/tickets/${ticket.id}/canned-replies/${id}`)
  expect(filled.body.text).toBe(
    `Hello \\[Ann]\\(http\\://evil.example) Arbor, #${ticket.number} “Printer \\*on\\* fire” is mine. ${max.user.name}`,
  )
  expect((await ann.api.get(`/api/tickets/${ticket.id}/canned-replies/${id}`)).status).toBe(403)
})

test('the list takes 100', async () => {
  const { replies } = (await max.api.get<{ replies: object[] }>(path)).body
  for (let n = replies.length; n < 100; n++) await root.api.post(path, { name: `Number ${n}`, text: 'x' })
  expect(await root.api.post(path, { name: 'One more', text: 'x' })).toMatchObject({ status: 409 })
})
