import { afterAll, beforeAll, expect, test } from 'vitest'
import { cellOf } from '../../core/notifications/channels-for.ts'
import { eventNames } from '../../core/users/preferences/events.ts'
import { preferencesOf } from '../../core/users/preferences/preferences.ts'
import { type DeskInProcess, deskInProcess } from '../support/desk-in-process.ts'

let at: DeskInProcess
beforeAll(async () => {
  at = await deskInProcess()
})
afterAll(() => at.close())

const mailsOf = async (id: string) => {
  const user = await at.desk.users.find(id)
  if (!user) throw new Error('nobody')
  return eventNames.filter((event) => cellOf(event, 'mail', preferencesOf(user), user).on)
}
const urlFor = (user: string, from: 'commented' | 'all') =>
  `${at.url}/unsubscribe/${at.desk.unsubscribeTokens.sign({ user, from })}`

/** As a mail program does it: no cookie, no key, and a form's body. */
const oneClick = (url: string) =>
  fetch(url, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) })

test('looking at the link shows a page and changes nothing, however often', async () => {
  const { user } = await at.somebody('user')
  for (let times = 0; times < 3; times++) {
    const answer = await fetch(urlFor(user._id, 'commented'))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const page = await answer.text()
    expect(page).toContain('Somebody comments on a ticket of mine')
    expect(page).toContain('<form method="post">')
    expect(page).not.toContain('<script')
    expect(page).not.toContain(user.name)
  }
  expect((await fetch(urlFor(user._id, 'commented'), { method: 'HEAD' })).status).toBe(200)
  expect(await mailsOf(user._id)).toEqual([...eventNames])
})

test('posting to it turns off mails about that event, for that person, once for all', async () => {
  const [{ user: ann }, { user: bob }] = [await at.somebody('user'), await at.somebody('user')]
  for (let times = 0; times < 2; times++) {
    const answer = await oneClick(urlFor(ann._id, 'commented'))
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('Unsubscribed')
  }
  expect(await mailsOf(ann._id)).toEqual(eventNames.filter((event) => event !== 'commented'))
  expect(await mailsOf(bob._id)).toEqual([...eventNames])
})

test('a digest’s link turns off all that can be', async () => {
  const { user } = await at.somebody('user')
  expect((await oneClick(urlFor(user._id, 'all'))).status).toBe(200)
  expect(await mailsOf(user._id)).toEqual(['assigned', 'account'])
})

test('an unsigned link is not found, by GET and by POST', async () => {
  const { user } = await at.somebody('user')
  const good = urlFor(user._id, 'commented')
  for (const url of [
    good.replace('.commented.', '.resolved.'),
    good.slice(0, -4),
    `${at.url}/unsubscribe/x`,
  ]) {
    expect((await fetch(url)).status).toBe(404)
    expect((await oneClick(url)).status).toBe(404)
  }
  expect(await mailsOf(user._id)).toEqual([...eventNames])
})

test('its signature opens nothing else', async () => {
  const { user } = await at.somebody('user')
  const token = at.desk.unsubscribeTokens.sign({ user: user._id, from: 'all' })
  expect((await at.anonymous.as(token).get('/api/auth/me')).status).toBe(401)
})
