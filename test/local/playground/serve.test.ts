import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { Events } from 'discord.js'
import { type ParsedMail, simpleParser } from 'mailparser'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Trouble } from '../../../local/playground/desk-calls.ts'
import { servePlayground } from '../../../local/playground/server/serve.ts'
import type { ShownServices } from '../../../local/playground/server/shown-services.ts'
import { createTroubles, type KnownTrouble } from '../../../local/playground/server/troubles.ts'
import { contentsIn } from '../../../start/playground/start-platforms.ts'
import { ADA, logIn, startSmallDiscord } from '../discord/desk-client.ts'
import { slackWithAda, startBolt } from '../slack/fixture.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { openPage } from './page-client.ts'

const deskChannel = '100000000000000002'

async function playground(
  more: Partial<ShownServices> = {},
  known: Partial<Record<Trouble, KnownTrouble>> = {},
) {
  const folder = await temporaryFolder()
  const slack = await slackWithAda({
    commands: [{ command: '/ticket', description: 'File a ticket' }],
    contents: contentsIn(`${folder}/files`),
  })
  const discord = await startSmallDiscord()
  await mkdir(`${folder}/page`)
  await writeFile(`${folder}/page/index.html`, '<title>Playground</title>')
  const services: ShownServices = {
    slack,
    discord,
    mailbox: undefined,
    inboundMail: undefined,
    onMail: () => () => {},
    people: [],
    signInLink: async (key) => `http://localhost:5000/sign-in#${key}`,
    troubles: createTroubles(known),
    consoleUrl: 'http://localhost:5000',
    firstChannel: 'C1',
    ...more,
  }
  const server = await servePlayground({
    services,
    page: Promise.resolve(`${folder}/page`),
    files: `${folder}/files`,
    port: 0,
    token: 'the-token',
  })
  onTestFinished(async () => {
    await server.close()
    await slack.close()
    await discord.close()
  })
  return { ...server, slack, discord, folder }
}

async function pageOf(link: string) {
  const page = await openPage(link)
  onTestFinished(page.close)
  return page
}

/** A page whose people can mail the desk. @returns it, and what the desk received */
async function mailPage(more: Partial<ShownServices>) {
  const received: ParsedMail[] = []
  const receive = async (sent: Uint8Array) => {
    received.push(await simpleParser(Buffer.from(sent)))
    return 'commented' as const
  }
  const { url } = await playground({ inboundMail: { address: 'desk@desk.example', receive }, ...more })
  const page = await pageOf(url)
  await expect.poll(page.welcome).toBeTruthy()
  return { page, received }
}

const inChannel = { person: 'U1', open: 'C1' }

describe('a mail', () => {
  const mail = {
    id: '1',
    from: 'Deskbridge <desk@localhost>',
    to: ['ada@example.com'],
    subject: 'Your sign-in link',
    date: new Date(0),
    messageId: undefined,
    references: [],
    text: 'http://localhost:5000/welcome#secret',
    headers: {},
  }

  test('is shown as its reader sees it, in a frame that runs and loads nothing', async () => {
    const html = '<p style="color: red">Sign in</p><script>steal()</script>'
    const { url } = await playground({
      mailbox: { list: async () => [], read: async () => ({ ...mail, html }) },
    })
    const page = await pageOf(url)
    const { page: address } = await page.call('mail.read', { id: '1' })
    const shown = await fetch(new URL(address ?? '', url))
    expect(await shown.text()).toBe(html)
    expect(shown.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'unsafe-inline';.*; sandbox allow-popups allow-popups-to-escape-sandbox$/,
    )
  })

  test('has no address that can be guessed from its id', async () => {
    const { url } = await playground()
    expect((await fetch(new URL('/mails/1', url))).status).toBe(404)
  })

  test('without HTML has no page', async () => {
    const read = async () => ({ ...mail, html: undefined })
    const page = await pageOf((await playground({ mailbox: { list: async () => [], read } })).url)
    expect(await page.call('mail.read', { id: '1' })).toMatchObject({ page: null, mail: { text: mail.text } })
  })

  const photo = { name: 'photo.png', type: 'image/png', data: Buffer.from('pixels').toString('base64') }

  test('is answered as its recipient, to its Reply-To and in its thread', async () => {
    const asked = {
      ...mail,
      html: undefined,
      messageId: '<asked@desk.example>',
      headers: { 'reply-to': 'Deskbridge <desk+42.s1gned@desk.example>' },
    }
    const { page, received } = await mailPage({
      mailbox: { list: async () => [], read: async (id) => (id === '1' ? asked : undefined) },
    })
    const answer = { id: '1', text: 'It works', files: [photo] }
    expect(await page.call('mail.reply', answer)).toEqual({ outcome: 'commented' })
    expect(received[0]).toMatchObject({
      from: { text: 'ada@example.com' },
      to: { value: [{ address: 'desk+42.s1gned@desk.example' }] },
      subject: 'Re: Your sign-in link',
      inReplyTo: '<asked@desk.example>',
      text: expect.stringMatching(/^It works\n\nOn .*wrote:\n\n> http/s),
      attachments: [{ filename: 'photo.png', contentType: 'image/png', content: Buffer.from('pixels') }],
    })
    await expect(page.call('mail.reply', { id: '2', text: 'It works' })).rejects.toThrow('not in the mailbox')
  })

  test('to the desk can be sent by people with an address, and by nobody else', async () => {
    const ada = {
      key: 'ada',
      name: 'Ada, IT',
      email: 'ada@example.com',
      role: 'requester',
      about: '',
    } as const
    const stranger = { ...ada, key: 'theo', email: '' }
    const { page, received } = await mailPage({
      people: [ada, stranger].map((one) => ({ ...one, hasAccount: true })),
    })
    const said = { subject: 'Printer on fire', text: 'It burns.' }
    expect(page.welcome()?.mailAddress).toBe('desk@desk.example')
    await page.call('mail.write', { key: 'ada', ...said, files: [photo] })
    expect(received[0]).toMatchObject({
      from: { value: [{ name: 'Ada, IT', address: 'ada@example.com' }] },
      to: { text: 'desk@desk.example' },
      subject: 'Printer on fire',
      text: 'It burns.',
      messageId: expect.stringContaining('@'),
      attachments: [{ filename: 'photo.png' }],
    })
    for (const key of ['theo', 'nobody'])
      await expect(page.call('mail.write', { key, ...said })).rejects.toThrow('Nobody here')
    await expect(page.call('mail.write', { key: 'ada', subject: ' ', text: 'x' })).rejects.toThrow('invalid')
    expect(received).toHaveLength(1)
  })

  test('cannot be written where the desk gets none', async () => {
    const page = await pageOf((await playground()).url)
    await expect.poll(() => page.welcome()?.mailAddress).toBe(null)
    await expect(page.call('mail.reply', { id: '1', text: 'Hello' })).rejects.toThrow('gets no mail here')
  })
})

describe('the page', () => {
  test('sees what its two people see, and what others do, at once', async () => {
    const { url, slack, discord } = await playground()
    const page = await pageOf(url)
    page.watch({ slack: inChannel, discord: { person: ADA, open: deskChannel }, mailbox: false })
    await expect.poll(() => page.screen.slack?.me.name).toBe('ada')
    expect(page.screen.discord?.me.global_name).toBe('Ada')
    slack.as('U2').reply({ channel: 'C1', text: 'The printer smokes' })
    discord.as(ADA).write({ channel: deskChannel, content: 'On it' })
    await expect.poll(() => page.screen.slack?.open?.messages.at(-1)?.text).toBe('The printer smokes')
    await expect.poll(() => page.screen.discord?.open?.messages.at(-1)?.content).toBe('On it')
  })

  test('counts what is unread, until the person has it open', async () => {
    const { url, slack } = await playground()
    const page = await pageOf(url)
    const unread = () => page.screen.slack?.conversations.find(({ id }) => id === 'C1')?.unread
    page.watch({ slack: { person: 'U1', open: 'DU1' }, discord: null, mailbox: false })
    slack.as('U2').reply({ channel: 'C1', text: 'One' })
    slack.as('U2').reply({ channel: 'C1', text: 'Two' })
    await expect.poll(unread).toBe(2)
    page.watch({ slack: inChannel, discord: null, mailbox: false })
    await expect.poll(unread).toBe(0)
  })

  test('gets a burst of changes in few screens', async () => {
    const { url, slack } = await playground()
    const page = await pageOf(url)
    page.watch({ slack: inChannel, discord: null, mailbox: false })
    await expect.poll(page.screens).toBe(1)
    for (let nth = 1; nth <= 500; nth++) slack.as('U2').reply({ channel: 'C1', text: `Message ${nth}` })
    await expect.poll(() => page.screen.slack?.open?.messages.at(-1)?.text).toBe('Message 500')
    expect(page.screen.slack?.open).toMatchObject({ hasEarlier: true, messages: { length: 100 } })
    expect(page.screens()).toBeLessThan(10)
  })

  test('plays Slack: message, file, edit, reaction, delete', async () => {
    const { url } = await playground()
    const page = await pageOf(url)
    page.watch({ slack: inChannel, discord: null, mailbox: false })
    const last = () => page.screen.slack?.open?.messages.at(-1)
    const data = Buffer.from('GIF89a').toString('base64')
    const files = [{ name: 'smoke.gif', type: 'image/gif', data }]
    const { ts } = await page.call('slack.post', { channel: 'C1', text: 'Loock', files }, 'U1')
    await page.call('slack.edit', { channel: 'C1', ts, text: 'Look' }, 'U1')
    await page.call('slack.react', { channel: 'C1', ts, name: 'fire', on: true }, 'U1')
    await expect.poll(last).toMatchObject({
      text: 'Look',
      edited: { user: 'U1' },
      reactions: [{ name: 'fire', users: ['U1'] }],
      files: [{ name: 'smoke.gif', mimetype: 'image/gif', size: 6 }],
    })
    const image = await fetch(new URL(last()?.files?.[0]?.url ?? '', url))
    expect(image.headers.get('content-type')).toBe('image/gif')
    expect(await image.text()).toBe('GIF89a')
    await page.call('slack.react', { channel: 'C1', ts, name: 'fire', on: false }, 'U1')
    await page.call('slack.remove', { channel: 'C1', ts }, 'U1')
    await expect.poll(() => page.screen.slack?.open?.messages).toEqual([])
  })

  test('plays Discord: command, form, answer for one person alone', async () => {
    const { url, discord } = await playground()
    const bot = await logIn(discord)
    onTestFinished(() => bot.destroy())
    await bot.application.commands.set([{ name: 'reply', description: 'Answer' }], '100000000000000001')
    bot.on(Events.InteractionCreate, async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.showModal({
          custom_id: 'answer',
          title: 'Your answer',
          components: [
            {
              type: 18,
              label: 'Answer',
              component: { type: 4, custom_id: 'text', style: 2, required: true },
            },
          ],
        })
      else if (interaction.isModalSubmit())
        await interaction.reply({ content: interaction.fields.getTextInputValue('text'), flags: 64 })
    })
    const page = await pageOf(url)
    page.watch({ slack: null, discord: { person: ADA, open: deskChannel }, mailbox: false })
    await expect.poll(() => page.screen.discord?.commands.map(({ name }) => name)).toEqual(['reply'])
    const asked = await page.call(
      'discord.command',
      { channel: deskChannel, path: 'reply', options: {} },
      ADA,
    )
    expect(asked.kind).toBe('modal')
    await expect.poll(() => page.screen.discord?.modal?.data.title).toBe('Your answer')
    const id = page.screen.discord?.modal?.id ?? ''
    await expect(page.call('discord.submitModal', { id, values: {} }, ADA)).rejects.toThrow(
      'must be filled in',
    )
    await page.call('discord.submitModal', { id, values: { text: 'Pull the plug' } }, ADA)
    await expect.poll(() => page.screen.discord?.modal).toBeNull()
    const answer = () => page.screen.discord?.open?.messages.at(-1)
    await expect.poll(answer).toMatchObject({ content: 'Pull the plug', flags: 64 })
    await page.call('discord.dismiss', { channel: deskChannel, messageId: answer()?.id ?? '' }, ADA)
    await expect.poll(() => page.screen.discord?.open?.messages).toEqual([])
  })
})

describe('what goes wrong is told in the words of the platform', () => {
  test('a command that the app does not answer', async () => {
    const { url } = await playground()
    const page = await pageOf(url)
    const sent = page.call('slack.command', { channel: 'C1', command: '/ticket', text: '' }, 'U1')
    await expect(sent).rejects.toThrow('connection_failed: /ticket failed with the error "dispatch_failed"')
    await expect(
      page.call('slack.command', { channel: 'C1', command: '/tiket', text: '' }, 'U1'),
    ).rejects.toThrow('/tiket is not a valid command')
  })

  test('a form that the app rejects, field by field', async () => {
    const { url, slack } = await playground()
    const bolt = await startBolt(slack, 'socket', (app) => {
      app.command('/ticket', async ({ ack, client, body }) => {
        await ack()
        await client.views.open({ trigger_id: body.trigger_id, view: form })
      })
      app.view('file', ({ ack }) => ack({ response_action: 'errors', errors: { title: 'Say more.' } }))
    })
    onTestFinished(bolt.stop)
    const page = await pageOf(url)
    page.watch({ slack: inChannel, discord: null, mailbox: false })
    await page.call('slack.command', { channel: 'C1', command: '/ticket', text: '' }, 'U1')
    await expect.poll(() => page.screen.slack?.modal?.callback_id).toBe('file')
    const viewId = page.screen.slack?.modal?.id ?? ''
    await expect(page.call('slack.submitModal', { viewId, answers: {} }, 'U1')).resolves.toEqual({
      errors: { title: 'Please complete this required field.' },
    })
    const answers = { title: { answer: 'Hm' } }
    await expect(page.call('slack.submitModal', { viewId, answers }, 'U1')).resolves.toEqual({
      errors: { title: 'Say more.' },
    })
    await page.call('slack.closeModal', { viewId }, 'U1')
    await expect.poll(() => page.screen.slack?.modal).toBeNull()
  })

  test('a message that is edited beyond what Discord takes, by its field', async () => {
    const { url, discord } = await playground()
    const page = await pageOf(url)
    const { id: messageId } = discord.as(ADA).write({ channel: deskChannel, content: 'On it' })
    const edit = { channel: deskChannel, messageId, content: 'x'.repeat(2_001) }
    await expect(page.call('discord.edit', edit, ADA)).rejects.toThrow(
      'Invalid Form Body. content: Must be 2000 or fewer in length.',
    )
  })

  test('a message that the app builds wrongly, field by field, the newest first', async () => {
    const { url, slack, discord } = await playground()
    const bolt = await startBolt(slack, 'socket', () => undefined)
    onTestFinished(bolt.stop)
    const bot = await logIn(discord)
    onTestFinished(() => bot.destroy())
    const page = await pageOf(url)
    page.watch({ slack: inChannel, discord: null, mailbox: false })
    const blocks = [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }]
    await expect(bolt.app.client.chat.postMessage({ channel: 'C1', text: 'x', blocks })).rejects.toThrow(
      'invalid_blocks',
    )
    const embeds = [{ title: 'x'.repeat(257) }]
    await expect(bot.rest.post(`/channels/${deskChannel}/messages`, { body: { embeds } })).rejects.toThrow(
      'Invalid Form Body',
    )
    await expect
      .poll(() => page.screen.refused?.map(({ platform, call, code }) => [platform, call, code]))
      .toEqual([
        ['Discord', `POST /channels/${deskChannel}/messages`, '50035'],
        ['Slack', 'chat.postMessage', 'invalid_blocks'],
      ])
    const problems = page.screen.refused?.map(({ problems: [first] }) => first)
    expect(problems?.[0]).toContain('embeds.0.title: Must be 256 or fewer in length.')
    expect(problems?.[1]).toContain('[json-pointer:/blocks/0')
  })

  test.each([
    ['another’s message', 'discord.edit', 'is not a message of'],
    ['arguments of another shape', 'discord.command', 'invalid_arguments'],
    ['a person who is not there', 'slack.openHome', 'Nobody has the id U9'],
  ] as const)('%s', async (_, call, words) => {
    const { url, discord } = await playground()
    const page = await pageOf(url)
    const { id } = discord.as('200000000000000002').write({ channel: deskChannel, content: 'Mine' })
    const args = { channel: deskChannel, messageId: id, content: 'Yours' }
    const as = call === 'slack.openHome' ? 'U9' : ADA
    await expect(page.call(call, args as never, as)).rejects.toThrow(words)
  })

  test('a platform that is the real one, and a person who is not there to be watched', async () => {
    const { url } = await playground({ slack: undefined })
    const page = await pageOf(url)
    expect(page.welcome()?.platforms).toEqual({ slack: false, discord: true })
    await expect(page.call('slack.openHome', {}, 'U1')).rejects.toThrow('use its own client')
    page.watch({ slack: inChannel, discord: { person: '9'.repeat(18), open: null }, mailbox: false })
    await expect.poll(() => page.problems).toEqual([`Nobody has the id ${'9'.repeat(18)}`])
  })
})

describe('only the page that has the token gets in', () => {
  test.each([
    ['without the token', { token: 'another' }],
    ['from another site', { origin: 'https://evil.example' }],
    ['from another port', { origin: 'http://127.0.0.1:1' }],
  ])('%s', async (_, wrong) => {
    const { url } = await playground()
    await expect(openPage(url, wrong)).rejects.toThrow('403')
  })

  test('under another name, as when a site’s name leads to this machine', async () => {
    const { url } = await playground()
    const { port } = new URL(url)
    expect(await statusOf(Number(port), 'evil.example')).toBe(403)
    expect(await statusOf(Number(port), `localhost:${port}`)).toBe(200)
    await expect(openPage(url, { origin: 'http://evil.example', host: 'evil.example' })).rejects.toThrow(
      '403',
    )
  })

  test('a page can’t be framed, runs and loads only what is its own, and is read by no other site', async () => {
    const { headers } = await fetch((await playground()).url)
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self';.*connect-src 'self';.*frame-ancestors 'none'$/,
    )
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })

  test('a file that somebody sent runs nothing, and needs its whole address', async () => {
    const { url } = await playground()
    const page = await pageOf(url)
    page.watch({ slack: inChannel, discord: null, mailbox: false })
    const data = Buffer.from('<script>alert(1)</script>').toString('base64')
    const files = [
      { name: 'a.html', type: 'text/html', data },
      { name: 'b.svg', type: 'image/svg+xml', data },
    ]
    await page.call('slack.post', { channel: 'C1', text: 'Look', files }, 'U1')
    const sent = () => page.screen.slack?.open?.messages.at(-1)?.files ?? []
    await expect.poll(() => sent().length).toBe(2)
    for (const { url: place } of sent()) {
      const { headers } = await fetch(new URL(place ?? '', url))
      expect(headers.get('content-type')).toBe('application/octet-stream')
      expect(headers.get('content-disposition')).toBe('attachment')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(place).toMatch(/^\/files\/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\?/)
    }
    for (const other of ['/files/', '/files/..%2Fpage%2Findex.html', `/files/${crypto.randomUUID()}`])
      expect((await fetch(new URL(other, url))).status).toBe(404)
  })

  test('the desk’s cookie, which browsers send to every port of a host, is neither shown, set nor kept', async () => {
    const { url, folder } = await playground()
    const cookie = 'deskbridge_session=a-secret-of-the-desk'
    const page = await openPage(url, { cookie })
    onTestFinished(page.close)
    page.watch({ slack: inChannel, discord: null, mailbox: false })
    await page.call('slack.post', { channel: 'C1', text: 'Hello' }, 'U1')
    await expect.poll(() => page.screen.slack?.open?.messages.length).toBe(1)
    const answer = await fetch(url, { headers: { cookie } })
    expect(answer.headers.getSetCookie()).toEqual([])
    const kept = await readdir(folder, { recursive: true, withFileTypes: true })
    const texts = kept.filter((one) => one.isFile()).map((one) => readFile(`${one.parentPath}/${one.name}`))
    const all = [await answer.text(), JSON.stringify(page.screen), ...(await Promise.all(texts)).map(String)]
    expect(all.join()).not.toContain('a-secret-of-the-desk')
  })

  test('a message of no known kind ends the connection', async () => {
    const { url } = await playground()
    const page = await pageOf(url)
    page.send({ type: 'eval' } as never)
    const [code] = await page.closed
    expect(code).toBe(1008)
  })
})

test('trouble is shown while it lasts, and ends by itself or by hand', async () => {
  const { url } = await playground({}, { 'slack-down': { make: () => () => {}, lastsMs: 150 } })
  const page = await pageOf(url)
  page.watch({ slack: null, discord: null, mailbox: false })
  await page.call('simulate.start', { kind: 'slack-down' })
  await expect.poll(() => page.screen.troubles?.map(({ kind }) => kind)).toEqual(['slack-down'])
  await expect.poll(() => page.screen.troubles).toEqual([])
  await expect(page.call('simulate.start', { kind: 'mail-refused' })).rejects.toThrow('can’t be simulated')
})

const form = {
  type: 'modal' as const,
  callback_id: 'file',
  title: { type: 'plain_text' as const, text: 'File' },
  submit: { type: 'plain_text' as const, text: 'File' },
  blocks: [
    {
      type: 'input' as const,
      block_id: 'title',
      label: { type: 'plain_text' as const, text: 'Title' },
      element: { type: 'plain_text_input' as const, action_id: 'answer' },
    },
  ],
}

function statusOf(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
}
