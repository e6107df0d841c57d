import { describe, expect, test } from 'vitest'
import { composeMail } from '../../../../core/notifications/mail/mail.ts'
import { composeDigest, digestText } from '../../../../core/notifications/scheduled/digest.ts'
import { ticketNotice } from '../../../../core/notifications/ticket-notice/ticket-notice.ts'
import { plainOf, sentence } from '../../../../core/text/sentence.ts'
import { claimedBy, max, resolvedBy, ticketOf } from '../../../support/ticket-fixture.ts'

const appUrl = 'https://desk.example.com'

describe('a line of the digest', () => {
  const lineOf = (...[topic, ticket, news]: [Parameters<typeof ticketNotice>[0], object, object?]) =>
    plainOf(digestText('Tue 09:12', ticketNotice(topic, ticketOf(ticket), appUrl, news)))

  test('quotes what was written, without its formatting', () =>
    expect(
      lineOf('resolved', {
        ...resolvedBy(max),
        resolution: { ...resolvedBy(max).resolution, text: 'Put it **out**.' },
      }),
    ).toBe('Tue 09:12 Resolved: “Put it out.”'))

  test('says what was done then, whatever the status is now', () =>
    expect(
      lineOf(
        'status-changed',
        { ...claimedBy(max), status: 'waiting' },
        { change: { action: 'claimed', by: max } },
      ),
    ).toBe('Tue 09:12 Max Moe is working on it'))
})

test('the digest names each ticket once, with its link', () => {
  const line = (text: string) => ({
    ...{ ticket: 'x', heading: sentence`#42 Printer on fire`, url: `${appUrl}/tickets/x` },
    text: sentence`${text}`,
  })
  const place = { key: 'k', domain: 'desk.example.com', why: 'you chose one mail a day', settingsUrl: appUrl }
  const { text, html } = composeMail(
    composeDigest([line('Tue 09:12 Ann Lee commented'), line('Tue 09:30 Resolved')], appUrl),
    { name: 'Ann Lee', email: 'ann@example.com' },
    place,
  )
  expect(text).toContain(
    `#42 Printer on fire\n${appUrl}/tickets/x\n- Tue 09:12 Ann Lee commented\n- Tue 09:30 Resolved\n`,
  )
  expect(html.match(/Printer on fire/g)).toHaveLength(1)
  expect(html).toContain(`href="${appUrl}/tickets/x"`)
})
