import { describe, expect, test } from 'vitest'
import { cardMessage } from '../../bot/discord/views/card.ts'
import { commentMessage as discordComment } from '../../bot/discord/views/comment.ts'
import { headlineMessage, threadName } from '../../bot/discord/views/headline.ts'
import { noticeMessage as discordNotice } from '../../bot/discord/views/notice.ts'
import { inMarkdown } from '../../bot/discord/views/sentence.ts'
import { ticketCard } from '../../bot/slack/views/cards/ticket-card.ts'
import { commentMessage } from '../../bot/slack/views/comment.ts'
import { home } from '../../bot/slack/views/home.ts'
import { directMessage, noticeMessage } from '../../bot/slack/views/notice.ts'
import { sentenceMessage } from '../../bot/slack/views/sentence.ts'
import { ticketMessage } from '../../bot/slack/views/ticket-message.ts'
import { conflict } from '../../core/errors.ts'
import { accountNotice } from '../../core/notifications/account-notice.ts'
import { composeMail } from '../../core/notifications/mail/mail.ts'
import type { Notice } from '../../core/notifications/notice.ts'
import { composeDigest } from '../../core/notifications/scheduled/digest.ts'
import { ticketNotice } from '../../core/notifications/ticket-notice/ticket-notice.ts'
import { accountTopics, ticketTopics } from '../../core/outbox/topics.ts'
import { isMarkdown, plainOf, sentence } from '../../core/text/sentence.ts'
import { claim } from '../../core/tickets/actions/claim.ts'
import { resolve } from '../../core/tickets/actions/resolve.ts'
import type { Ticket } from '../../core/tickets/ticket.ts'
import { validateMessage } from '../../local/discord/validation/validate-message.ts'
import { problemsOfBlocks } from '../../local/slack/schemas/block-schemas.ts'
import { nastyWords, oldWords } from '../support/nasty-words.ts'
import { readBlocks, readDiscord, readHtml, readMrkdwn } from '../support/read-media.ts'
import { idLike, monday, root, ticketOf } from '../support/ticket-fixture.ts'
import { forRequester } from './slack/sample-ticket.ts'

const appUrl = 'https://desk.example'
const everyone = [...nastyWords.map((words): [string, string] => [words, words]), ...oldWords]

/** A ticket in which each word that somebody can choose is the given one. */
function ticketSaying(words: string, more: Partial<Ticket> = {}): Ticket {
  const person = { id: idLike('7'), name: words }
  return ticketOf({
    title: words,
    category: words,
    skills: [words],
    tags: [words],
    requester: person,
    assignee: { ...person, id: idLike('8') },
    watchers: [{ ...person, id: idLike('9') }],
    assignment: { by: 'admin', reason: `Chosen by ${words}.`, candidates: [], at: monday },
    resolution: null,
    ...more,
  })
}

const changes = ['assigned', 'claimed', 'released', 'marked duplicate'] as const
const statuses: Partial<Ticket>[] = [{}, { status: 'in_progress' }, { status: 'waiting' }]

const commentBy = (words: string) => ({
  ...{ _id: idLike('6'), ticket: idLike('1'), author: { id: idLike('7'), name: words }, fromRequester: true },
  ...{ body: 'Hm.', visibility: 'public' as const, surface: 'web' as const, relayed: {}, createdAt: monday },
})

/** Every notice in which the words can stand. */
function noticesSaying(words: string): Notice[] {
  const by = { id: idLike('7'), name: words }
  const resolution = { text: 'Done.', by, at: monday }
  return [
    ...ticketTopics.flatMap((topic) =>
      statuses.flatMap((status) =>
        changes.map((action) =>
          ticketNotice(topic, ticketSaying(words, { ...status, resolution }), appUrl, {
            comment: commentBy(words),
            change: { at: monday, by, surface: 'web', action, note: '#9' },
          }),
        ),
      ),
    ),
    ticketNotice('status-changed', ticketSaying(words, { status: 'resolved', resolution }), appUrl),
    ticketNotice('mentioned', ticketSaying(words), appUrl, {
      comment: { ...commentBy(words), visibility: 'internal' },
    }),
    ...accountTopics.map((topic) => accountNotice(topic, { name: words, appUrl, token: 'secret' })),
  ]
}

const unsafe = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/u
const count = (text: string, words: string) => text.split(words).length - 1

describe.each(everyone)('%j', (words, shown) => {
  const notices = noticesSaying(words)
  const to = { email: 'ann@example.com', name: words }
  const place = { key: 'k', domain: 'desk.example', why: 'this ticket is yours', settingsUrl: appUrl }

  test('in a mail’s HTML', () => {
    for (const notice of notices) {
      const { html } = composeMail(notice, to, place)
      const [, heading = ''] = /font-weight:650[^>]*>(.*?)<\/td>/s.exec(html) ?? []
      expect(readHtml(heading)).toEqual({ text: plainOf(notice.subject), acts: [] })
      const [, body = ''] = /padding:8px 28px 4px[^>]*>(.*?)<\/td>/s.exec(html) ?? []
      const own = body.replaceAll('<p dir="auto">Flames come out of <strong>it</strong>.</p>', '')
      expect(readHtml(own).acts).toEqual([])
      for (const one of notice.body) if (!isMarkdown(one)) expect(readHtml(body).text).toContain(plainOf(one))
      expect(html).not.toMatch(/href="[^"]*evil/)
    }
  })

  test('in a mail’s head and text', () => {
    for (const notice of notices) {
      const { subject, text } = composeMail(notice, to, place)
      expect(subject).not.toMatch(unsafe)
      expect(text.replaceAll('\n', ' ')).not.toMatch(unsafe)
      if (notice.thread) expect(subject).toBe(`#42 ${shown}`)
      if (notice.thread)
        expect(text.replaceAll(/\s+/g, ' ')).toContain(plainOf(notice.subject).replaceAll(/\s+/g, ' '))
    }
  })

  test('in a digest', () => {
    const heading = sentence`#42 ${words}`
    const said = sentence`Tue 09:12 ${notices[0]?.subject ?? ''}`
    const lines = [{ ticket: 'x', heading, text: said, url: appUrl }]
    const { html, text } = composeMail(composeDigest(lines, appUrl), to, place)
    const [, list = ''] = /border-left[^>]*>(.*?)<\/p>/s.exec(html) ?? []
    expect(readHtml(list)).toEqual({ text: plainOf(heading) + plainOf(said), acts: ['a'] })
    expect(text.replaceAll(/\s+/g, ' ')).toContain(shown.replaceAll(/\s+/g, ' '))
  })

  test('in Slack’s notices, card, comment, list and answers', () => {
    const card = ticketCard(forRequester(ticketSaying(words, { status: 'open' })), appUrl)
    const messages = [
      ...notices.map(noticeMessage),
      card,
      commentMessage(commentBy(words)),
      directMessage(
        ticketNotice('assigned', ticketSaying(words), appUrl),
        { ticket: ticketSaying(words), reader: root },
        appUrl,
      ),
      ticketMessage(
        { ticket: ticketSaying(words), reader: root, comments: [commentBy(words)], usualAnswerMinutes: null },
        appUrl,
      ),
      sentenceMessage(conflict(`${words} has already claimed #42.`).words),
    ]
    for (const { blocks, text } of messages) {
      expect(problemsOfBlocks(blocks, 'message')).toEqual([])
      expect(readBlocks(blocks).acts).toEqual([])
      expect(readMrkdwn(text).acts.filter((act) => act.startsWith('<'))).toEqual([])
    }
    for (const [index, notice] of notices.entries())
      expect(readBlocks(messages[index]?.blocks ?? []).text).toContain(plainOf(notice.subject))
    expect(count(readBlocks(card.blocks).text, shown)).toBeGreaterThanOrEqual(3)
    const place = { list: 'mine' as const }
    const listed = { place, tickets: [ticketSaying(words)], next: null, previous: null }
    const filedOn = expect.stringMatching(/^<!date\^\d+\^Filed /)
    const rows = readBlocks(home({ place, pages: [listed] }).blocks.slice(2))
    expect(rows).toEqual({ text: expect.stringContaining(`#42 ${shown}`), acts: [filedOn] })
  })

  test('in Discord’s notices, card, headline, comment and answers', () => {
    for (const notice of notices) {
      const message = discordNotice(notice, 'mark')
      validateMessage(message, 0)
      expect(readDiscord(message.content.slice(2, -2))).toEqual({ text: plainOf(notice.subject), acts: [] })
      const own = message.embeds[0]?.description.replaceAll('Flames come out of **it**.', '') ?? ''
      const link = /\n\n[^\n]*: https:\/\/desk\.example\S*$/
      expect(readDiscord(own.replace(link, '')).acts).toEqual([])
    }
    const card = cardMessage(ticketSaying(words), appUrl, [{ number: 7 }])
    validateMessage(card, 0)
    const embed = card.embeds[0]
    expect(readDiscord(embed?.title ?? '')).toEqual({ text: `#42 ${shown}`, acts: [] })
    const ownMarkup = ['Summary', 'Filed']
    for (const { name, value } of embed?.fields ?? [])
      expect(ownMarkup.includes(name) ? [] : readDiscord(value).acts).toEqual([])
    expect(embed?.fields?.find(({ name }) => name === 'Filed')?.value).toMatch(/^<t:\d+:R>$/)
    const ticket = ticketSaying(words)
    const headline = headlineMessage(ticket).content.replace('**#42** ', '')
    expect(readDiscord(headline).acts).toEqual([])
    expect(readDiscord(headline).text).toContain(shown)
    expect(threadName(ticket)).toBe(`#42 ${shown}`.replace(/\s+/g, ' ').trim())
    const author = discordComment(commentBy(words)).embeds[0]?.author?.name
    expect(author).toBe(`${shown} (requester)`.replace(/\s+/g, ' ').trim())
    const answers = [
      conflict(`${words} has already claimed #42.`).words,
      resolve.words.done?.(ticket),
      claim.words.done?.(ticket),
    ]
    for (const words of answers)
      if (words) expect(readDiscord(inMarkdown(words, 2_000))).toEqual({ text: plainOf(words), acts: [] })
  })
})

test('what is too long is cut before it is escaped', () => {
  const long = inMarkdown(sentence`${'*'.repeat(300)}`, 256)
  expect(long).toMatch(/^(?:\\\*)+…$/)
  expect([...long].length).toBeLessThanOrEqual(256)
})
