import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { APIMessage } from 'discord-api-types/v10'
import mongoose from 'mongoose'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { openPage } from '../local/playground/page-client.ts'
import { apiClient } from '../support/api-client.ts'
import { type DeskProcess, startDeskProcess } from '../support/desk-process.ts'
import { startInngestFor } from '../support/start-inngest.ts'

const nora = 'U0NORA'
const lena = '200000000000000001'
const ines = '200000000000000021'
const deskChannel = '100000000000000002'
const title = 'Printer on the 3rd floor prints blank pages'

type Page = Awaited<ReturnType<typeof openPage>>

let folder: string
let environment: Record<string, string>
let inngest: Awaited<ReturnType<typeof startInngestFor>>
let desk: DeskProcess
let page: Page

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'deskbridge-playground-'))
  inngest = await startInngestFor(folder)
  const name = `playground-${randomBytes(4).toString('hex')}`
  environment = {
    PORT: '0',
    DESK_DATA: path.join(folder, 'data'),
    DESK_PLAYGROUND: '1',
    MONGODB_URI: `${inject('mongodb')}${name}`,
    INNGEST_APP_ID: name,
    ...inngest.variables,
  }
  await start()
})

afterAll(async () => {
  page?.close()
  await desk?.stop()
  const database = await mongoose.createConnection(environment.MONGODB_URI ?? '').asPromise()
  await database.dropDatabase()
  await database.close()
  await inngest.stop()
  await rm(folder, { recursive: true, force: true })
})

afterEach(({ task }) => {
  if (task.result?.state === 'fail')
    console.log(JSON.stringify(page.screen, null, 1).slice(0, 8_000), desk.output())
})

async function start() {
  desk = await startDeskProcess(environment)
  page = await openPage(desk.playgroundUrl ?? '')
}

async function until<T>(find: () => T | undefined | null | false): Promise<NonNullable<T>> {
  await expect.poll(find, { timeout: 30_000, interval: 30 }).toBeTruthy()
  return find() as NonNullable<T>
}

const inSlack = (thread: string | null = null) => ({ person: nora, open: `D${nora}`, thread })
const watch = (discord: string | null, thread: string | null = null) =>
  page.watch({ slack: inSlack(thread), discord: { person: lena, open: discord }, mailbox: true })

const directMessages = () => page.screen.slack?.open?.messages ?? []
const thread = () =>
  page.screen.discord?.threads.find(({ channel }) => channel.name?.includes(title))?.channel
const inThread = () => page.screen.discord?.open?.messages ?? []
const textOf = (message: object) => JSON.stringify(message)

/** The newest message with a button of this label, and the button's id. */
function buttonIn(messages: APIMessage[], label: string) {
  for (const message of messages.toReversed()) {
    const found = JSON.stringify(message.components ?? []).match(
      new RegExp(
        `\\{[^{}]*"custom_id":"([^"]+)"[^{}]*"label":"${label}"|\\{[^{}]*"label":"${label}"[^{}]*"custom_id":"([^"]+)"`,
      ),
    )
    const customId = found?.[1] ?? found?.[2]
    if (customId) return { messageId: message.id, customId }
  }
  return undefined
}

async function press(label: string) {
  const id = thread()?.id ?? ''
  const button = await until(() => buttonIn(inThread(), label))
  return page.call('discord.click', { channel: id, ...button }, lena)
}

test('an employee files a ticket: it is triaged, assigned to who knows printers, and told', async () => {
  watch(deskChannel)
  await until(() => page.screen.slack?.isConnected && page.screen.discord?.isConnected)
  await page.call('slack.command', { channel: `D${nora}`, command: '/ticket', text: title }, nora)
  const modal = await until(() => page.screen.slack?.modal)
  const answers = {
    title: { answer: title },
    description: { answer: 'Since this morning every page is blank.' },
    urgency: { answer: 'high' },
  }
  await expect(page.call('slack.submitModal', { viewId: modal.id, answers }, nora)).resolves.toEqual({
    errors: {},
  })
  await until(() => textOf(page.screen.slack?.modal ?? {}).includes('Filed as'))
  await page.call('slack.closeModal', { viewId: page.screen.slack?.modal?.id ?? '' }, nora)
  watch((await until(thread)).id)
  await until(() => inThread().some((message) => textOf(message).includes('Lena Vogel')))
  await until(() => page.screen.discord?.direct.unread)
  await until(() =>
    page.screen.mailbox?.some(({ to, subject }) => to.join().includes('lena') && subject.includes(title)),
  )
})

test('the moderator claims, answers, and the employee replies, over a killed desk', async () => {
  await press('Claim')
  await until(() => buttonIn(inThread(), 'Release'))
  await page.call(
    'discord.command',
    { channel: thread()?.id ?? '', path: 'reply', options: { text: 'Please try tray 2.' } },
    lena,
  )
  const card = await until(() => directMessages().find((message) => (message.reply_count ?? 0) > 0))
  watch(thread()?.id ?? '', card.ts)
  await until(() => textOf(page.screen.slack?.thread ?? {}).includes('Please try tray 2.'))

  await page.call('slack.post', { channel: `D${nora}`, threadTs: card.ts, text: 'Tray 2 works!' }, nora)
  await desk.kill()
  page.close()
  await start()
  watch(null)
  await until(() => page.screen.discord?.isConnected)
  watch((await until(thread)).id, card.ts)
  await until(() => inThread().some((message) => textOf(message).includes('Tray 2 works!')))
  expect(textOf(page.screen.slack?.thread ?? {})).toContain('Please try tray 2.')
})

test('the moderator resolves it, and the employee reads the answer in Slack and in the mail', async () => {
  await press('Resolve')
  const { id } = await until(() => page.screen.discord?.modal)
  await page.call('discord.submitModal', { id, values: { resolution: 'Tray 1 had the wrong paper.' } }, lena)
  await until(() => textOf(page.screen.slack?.thread ?? {}).includes('Tray 1 had the wrong paper.'))
  const mail = await until(() =>
    page.screen.mailbox?.find(({ to, subject }) => to.join().includes('nora') && subject.includes(title)),
  )
  const read = await page.call('mail.read', { id: mail.id })
  expect(read.mail.text).toContain(title)
})

test('each person with an account gets a link that signs them in to the console', async () => {
  const keys = page
    .welcome()
    ?.people.filter(({ hasAccount }) => hasAccount)
    .map(({ key }) => key)
  expect(keys).toEqual(['nora', 'sam', 'yuki', 'lena', 'marco', 'priya', 'ines'])
  const { url } = await page.call('console.signInLink', { key: 'lena' })
  expect(url).toMatch(/#[\w-]{20,}$/)
  for (const key of keys ?? [])
    expect(await signedInBy((await page.call('console.signInLink', { key })).url)).toBe(key)
  await expect(page.call('console.signInLink', { key: 'theo' })).rejects.toThrow('no account')
})

/** Follows the link as the console does. @returns the part of the person's address before the @ */
async function signedInBy(link: string): Promise<string | undefined> {
  const { body } = await apiClient(desk.url).post<{ user: { email: string } }>('/api/auth/redeem', {
    token: new URL(link).hash.slice(1),
  })
  return body.user?.email.split('@')[0]
}

/** Files a ticket as Nora does. */
async function file(about: string) {
  await page.call('slack.command', { channel: `D${nora}`, command: '/ticket', text: about }, nora)
  const { id: viewId } = await until(() => page.screen.slack?.modal)
  const answers = { title: { answer: about }, description: { answer: 'It does not work.' } }
  await page.call('slack.submitModal', { viewId, answers }, nora)
  await until(() => textOf(page.screen.slack?.modal ?? {}).includes('Filed as'))
  await page.call('slack.closeModal', { viewId: page.screen.slack?.modal?.id ?? '' }, nora)
}

const threadAbout = (about: string) =>
  page.screen.discord?.threads.find(({ channel }) => channel.name?.includes(about))?.channel
const troubles = () => page.screen.troubles?.map(({ kind }) => kind)

test('while Discord is down tickets are filed, and stand there once it is back', async () => {
  await page.call('simulate.start', { kind: 'discord-down' })
  await until(() => page.screen.discord?.isConnected === false)
  await file('The scanner at gate 2 is broken')
  expect(threadAbout('scanner')).toBeUndefined()
  expect(troubles()).toEqual(['discord-down'])
  await page.call('simulate.stop', { kind: 'discord-down' })
  await until(() => threadAbout('scanner'))
})

test('while Slack is down a command says so, and works again afterwards', async () => {
  await page.call('simulate.start', { kind: 'slack-down' })
  await until(() => page.screen.slack?.isConnected === false)
  await expect(
    page.call('slack.command', { channel: `D${nora}`, command: '/ticket', text: '' }, nora),
  ).rejects.toThrow('dispatch_failed')
  await page.call('simulate.stop', { kind: 'slack-down' })
  await until(() => page.screen.slack?.isConnected)
  await file('My chair squeaks terribly')
  await until(() => threadAbout('chair'))
})

test('a hostile Gemini does no harm', async () => {
  await page.call('simulate.start', { kind: 'gemini-hostile' })
  await until(() => troubles()?.includes('gemini-hostile'))
  await file('The beamer in room Oslo is dark')
  const { id } = await until(() => threadAbout('beamer'))
  watch(id)
  await until(() => page.screen.discord?.open?.id === id && textOf(inThread()).includes('Triaged by'))
  expect(textOf(inThread())).toMatch(/Triaged by (Gemini|the local engine: Gemini)/)
  expect(textOf(inThread())).not.toContain('](https://evil.example')
  await page.call('simulate.stop', { kind: 'gemini-hostile' })
})

test('twenty tickets at once get their threads', async () => {
  const before = page.screen.discord?.threads.length ?? 0
  await page.call('simulate.start', { kind: 'many-tickets' })
  await until(() => (page.screen.discord?.threads.length ?? 0) === before + 20)
})

test('a message in a channel is filed by the :ticket: reaction, and one that mentions the app by its button', async () => {
  const general = 'C0GENERAL'
  const look = (thread: string | null) =>
    page.watch({
      slack: { person: nora, open: general, thread },
      discord: { person: lena, open: null },
      mailbox: false,
    })
  look(null)
  const { ts } = await page.call('slack.post', { channel: general, text: 'My mouse is gone' }, nora)
  await page.call('slack.react', { channel: general, ts, name: 'ticket', on: true }, nora)
  look(ts)
  await until(() => textOf(page.screen.slack?.thread ?? {}).includes('for Nora Lindqvist'))
  look(null)
  const { botUserId } = (await until(() => page.screen.slack)).app
  await page.call('slack.post', { channel: general, text: `<@${botUserId}> my keyboard too` }, nora)
  const offer = await until(() =>
    directMessages().find((message) => message.is_ephemeral && textOf(message).includes('press the button')),
  )
  const [blockId, actionId] = [offer.blocks?.at(-1)?.block_id ?? '', 'ticket_file']
  await page.call('slack.click', { channel: general, ts: offer.ts, blockId, actionId }, nora)
  await until(() => textOf(page.screen.slack?.modal ?? {}).includes('my keyboard too'))
})

test('the admin places the panel on Discord, and a file of the desk’s largest size can be sent', async () => {
  await page.call('discord.command', { channel: deskChannel, path: 'panel', options: {} }, ines)
  watch(deskChannel)
  await until(() => buttonIn(inThread(), 'File a ticket'))
  const data = Buffer.alloc(25 * 1_024 * 1_024).toString('base64')
  const sent = page.call('slack.upload', { files: [{ name: 'a.bin', type: 'a/b', data }] }, nora)
  await expect(sent).resolves.toMatchObject({ ids: [expect.any(String)] })
})
