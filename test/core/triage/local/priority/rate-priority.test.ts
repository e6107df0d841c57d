import { describe, expect, test } from 'vitest'
import type { Priority, Urgency } from '../../../../../core/tickets/ticket-values.ts'
import { ratePriority } from '../../../../../core/triage/local/priority/rate-priority.ts'

describe('impact times urgency', () => {
  test.each<[Priority, Urgency, string]>([
    ['urgent', 'normal', 'The printer is on fire'],
    ['urgent', 'low', 'Production is down'],
    ['urgent', 'normal', 'We have ransomware'],
    ['urgent', 'normal', 'Customers cannot pay and I am blocked'],
    ['urgent', 'high', 'Nobody can open the door'],
    ['medium', 'low', 'Nobody can open the door'],
    ['high', 'normal', 'Nobody can open the door'],
    ['urgent', 'normal', 'My laptop was stolen'],
    ['high', 'normal', 'I am locked out'],
    ['high', 'low', 'My laptop doesn’t start. I can’t work'],
    ['high', 'normal', 'I need it ASAP'],
    ['medium', 'normal', 'I need it by end of day'],
    ['medium', 'normal', 'The key sticks'],
    ['low', 'low', 'The key sticks'],
    ['medium', 'high', 'The key sticks'],
    ['high', 'critical', 'The key sticks'],
    ['medium', 'normal', 'Our team sees old prices'],
    ['high', 'critical', 'Our team sees old prices'],
    ['high', 'normal', 'I am locked out, please help at once'],
    ['low', 'normal', 'How can I change my picture?'],
    ['low', 'critical', 'How can I change my picture? It would be nice.'],
    ['medium', 'normal', 'A question: why is it urgent?'],
    ['medium', 'normal', 'It is slow sometimes'],
  ])('%s (%s): %s', (priority, chosen, text) => {
    expect(ratePriority(text, chosen).priority).toBe(priority)
  })
})

describe('reasons', () => {
  test.each<[string, Urgency, string[]]>([
    ['The key sticks', 'normal', ['nothing in the text suggests more or less than usual']],
    ['The key sticks', 'high', ['the employee chose urgency "high"']],
    ['The printer is on fire', 'normal', ['people or equipment in danger']],
    [
      'I was hacked, help immediately',
      'low',
      ['security may be at risk', 'asks for help at once', 'the employee chose urgency "low"'],
    ],
  ])('%s (%s)', (text, chosen, reasons) => {
    expect(ratePriority(text, chosen).reasons).toEqual(reasons)
  })

  test('are six at most', () => {
    const all =
      'Everyone: outage! Smoke! Phishing! Our team is blocked, urgent, today, sometimes slow. A question.'
    expect(ratePriority(all, 'critical').reasons).toHaveLength(6)
  })
})

describe('looks at whole words only', () => {
  test.each(['a fireside chat on firewalls', 'smokeless', 'the emailoutage', 'undeadly', 'todayish'])(
    '%s',
    (text) =>
      expect(ratePriority(text, 'normal')).toEqual({
        priority: 'medium',
        reasons: ['nothing in the text suggests more or less than usual'],
        signs: 0,
        isFirm: false,
      }),
  )
})
