import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { createDiscordMessenger } from '../../../../bot/discord/outbound/messenger.ts'
import type { DiscordMessenger } from '../../../../core/notifications/messengers/discord-messenger.ts'
import { RefusedByProvider, RetryLater } from '../../../../core/provider-errors.ts'
import { markdownText, sentence } from '../../../../core/text/sentence.ts'
import type { Comment } from '../../../../core/tickets/comments/comment.ts'
import type { Ticket } from '../../../../core/tickets/ticket.ts'
import { deskWithDiscord, place } from '../desk-with-discord.ts'

const first = (key: string) => ({ key, mayExist: false })
const again = (key: string) => ({ key, mayExist: true })

async function withTicket() {
  const with_ = await deskWithDiscord({ connect: false })
  const eva = await with_.somebody('Eva', 'user')
  const { ticket: filed, thread } = await with_.fileTicket(eva.user)
  const ticket = (await with_.desk.tickets.find(filed._id)) ?? filed
  const { headline = '', card = '' } = ticket.surfaces.discord ?? {}
  return { ...with_, eva, ticket, at: { headline, thread, card } }
}

const commentOf = (ticket: Ticket, body: string): Comment => ({
  _id: 'a'.repeat(24),
  ticket: ticket._id,
  author: ticket.requester,
  fromRequester: true,
  body,
  visibility: 'public',
  surface: 'slack',
  relayed: {},
  createdAt: new Date('2026-05-04T03:02:01.234Z'),
})

const notice = {
  topic: 'assigned' as const,
  subject: sentence`Assigned to you: #1 Printer on fire`,
  body: [markdownText('It smokes.'), sentence`Why you: knows printers`],
  action: { label: sentence`Open #1`, url: 'https://desk.example.com/tickets/1' },
}

describe('a sending whose answer was lost', () => {
  test('is found again by a later try, also when Discord has forgotten its nonce', async () => {
    const { discord, messenger, eva, ticket, at } = await withTicket()
    const sendings: [string, (sending: { key: string; mayExist: boolean }) => Promise<string>][] = [
      ['headline', (sending) => messenger.postHeadline(ticket, sending)],
      ['card', (sending) => messenger.postCard(ticket, at.thread, sending)],
      ['comment', (sending) => messenger.postComment(commentOf(ticket, 'Well?'), at.thread, sending)],
      ['direct', (sending) => messenger.sendDirect(notice, eva.person.id, sending)],
    ]
    for (const [key, send] of sendings) {
      const count = () =>
        discord.calls.filter(({ method, path }) => method === 'POST' && /messages$/.test(path)).length
      const before = count()
      discord.loseAnswer({ method: 'POST', path: /messages$/ })
      await expect(send(first(key))).rejects.toBeInstanceOf(RetryLater)
      discord.forgetNonces()
      const id = await send(again(key))
      expect(await send(again(key))).toBe(id)
      expect(count(), key).toBe(before + 1)
    }
    expect(discord.transcript(at.thread).match(/Well\?/g)).toHaveLength(1)
    expect(eva.person.dm().match(/Why you/g)).toHaveLength(1)
  })

  test('is not taken for another: a second notice of the same words arrives', async () => {
    const { messenger, eva } = await withTicket()
    const one = await messenger.sendDirect(notice, eva.person.id, first('one'))
    expect(await messenger.sendDirect(notice, eva.person.id, again('two'))).not.toBe(one)
  })

  test('opens no second thread', async () => {
    const { discord, messenger, ticket, at } = await withTicket()
    expect(await messenger.openThread(ticket, at.headline)).toBe(at.thread)
    expect(discord.threads()).toHaveLength(1)
  })
})

test('a part that a comment got by an edit goes with the comment, also from far below', async () => {
  const { discord, messenger, eva, ticket, at } = await withTicket()
  const chatter = () => {
    for (let count = 0; count < 60; count++) eva.person.write({ channel: at.thread, content: 'And?' })
  }
  const message = await messenger.postComment(commentOf(ticket, 'Well?'), at.thread, first('comment'))
  chatter()
  const long = 'It smokes. '.repeat(500)
  await messenger.reviseComment(commentOf(ticket, long), at.thread, message, { reactions: [] })
  chatter()
  const parts = () =>
    discord
      .messages(at.thread)
      .filter(({ embeds }) => embeds[0]?.description?.includes('It smokes. It smokes.'))
  expect(parts()).toHaveLength(2)
  const deleted = { ...commentOf(ticket, ''), deleted: { at: new Date(), by: ticket.requester } }
  await messenger.reviseComment(deleted, at.thread, message, { reactions: [] })
  expect(parts()).toHaveLength(0)
})

test('a deleted comment is looked for, and never posted', async () => {
  const { discord, messenger, ticket, at } = await withTicket()
  const onlyFind = { key: 'comment', mayExist: true, onlyFind: true }
  const comment = commentOf(ticket, 'Well?')
  await expect(messenger.postComment(comment, at.thread, onlyFind)).rejects.toBeInstanceOf(RefusedByProvider)
  expect(discord.transcript(at.thread)).not.toContain('Well?')
  const id = await messenger.postComment(comment, at.thread, first('comment'))
  expect(await messenger.postComment(comment, at.thread, onlyFind)).toBe(id)
})

describe('a refusal', () => {
  const attempt = async (call: Promise<unknown>) =>
    call.then(
      () => 'done',
      (error: Error) => error,
    )

  test('for now is RetryLater with the time that Discord asks for, at once', async () => {
    const { discord, messenger, ticket } = await withTicket()
    discord.failNext({ method: 'POST', path: /messages$/, retryAfter: 3 })
    const began = Date.now()
    const limited = await attempt(messenger.postHeadline(ticket, first('x')))
    expect(limited).toBeInstanceOf(RetryLater)
    expect((limited as RetryLater).afterMs).toBeGreaterThan(2_900)
    expect((limited as RetryLater).afterMs).toBeLessThan(4_200)
    expect(Date.now() - began).toBeLessThan(1_000)
  })

  test('by an overloaded service is RetryLater, without a retry of its own', async () => {
    const { discord, messenger, ticket } = await withTicket()
    const fault = discord.failNext({ method: 'POST', path: /messages$/, status: 502, times: 5 })
    expect(await attempt(messenger.postHeadline(ticket, first('x')))).toBeInstanceOf(RetryLater)
    expect(fault.hits()).toBe(1)
  })

  test('for good is RefusedByProvider: closed direct messages, a card that is gone', async () => {
    const { discord, messenger, eva, ticket, at } = await withTicket()
    discord.setAcceptsDms(eva.person.id, false)
    expect(await attempt(messenger.sendDirect(notice, eva.person.id, first('x')))).toBeInstanceOf(
      RefusedByProvider,
    )
    expect(await attempt(messenger.sendDirect(notice, '400000000000000001', first('y')))).toBeInstanceOf(
      RefusedByProvider,
    )
    expect(await attempt(messenger.update(ticket, { ...at, card: '500000000000000001' }))).toBeInstanceOf(
      RefusedByProvider,
    )
  })

  test('of a wrong channel or token waits for the remedy, and goes on once it is there', async () => {
    const { discord, ticket, log } = await withTicket()
    const made = (changes: Partial<typeof place>): DiscordMessenger =>
      createDiscordMessenger({
        ...place,
        ...changes,
        apiUrl: discord.apiUrl,
        appUrl: 'http://localhost:5000',
        duplicatesOf: async () => [],
        log: pino({}, { write: (line: string) => log.push(line) }),
      })
    const lost = made({ channelId: '100000000000000009' })
    expect(await attempt(lost.postHeadline(ticket, first('x')))).toBeInstanceOf(RetryLater)
    const wrong = made({ token: 'wrong' })
    // a second try still asks Discord: the library forgets a token that was refused
    for (let times = 0; times < 2; times++)
      expect(await attempt(wrong.postHeadline(ticket, first('x')))).toMatchObject({ afterMs: 300_000 })
    expect(log.join()).toContain('DISCORD_CHANNEL_ID')
    expect(log.join()).toContain('DISCORD_TOKEN')
  })
})

describe('redrawing', () => {
  test('unarchives a thread, and a thread name that may not change holds nothing up', async () => {
    const { discord, messenger, ticket, at } = await withTicket()
    await fetch(`${discord.apiUrl}/v10/channels/${at.thread}`, {
      method: 'PATCH',
      headers: { authorization: `Bot ${place.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ archived: true }),
    })
    for (const title of ['Printer burns', 'Printer is ash', 'Printer was here', 'Printer is missed'])
      await messenger.update({ ...ticket, title }, at)
    expect(discord.transcript(at.thread)).toContain('Printer is missed')
    expect(discord.transcript()).toContain('Printer is missed')
    expect(discord.threads()[0]).toMatchObject({ archived: false, name: '#1 Printer is ash' })
  })

  test('continues without a headline that somebody has deleted', async () => {
    const { discord, messenger, ticket, at } = await withTicket()
    await messenger.update({ ...ticket, title: 'Printer burns' }, { ...at, headline: '500000000000000002' })
    expect(discord.transcript(at.thread)).toContain('Printer burns')
  })
})
