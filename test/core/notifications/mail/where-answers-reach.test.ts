import { expect, test } from 'vitest'
import { whereAnswersReach } from '../../../../core/notifications/mail/where-answers-reach.ts'
import { plainOf } from '../../../../core/text/sentence.ts'
import { defaultPreferences } from '../../../../core/users/preferences/preferences.ts'

const slack = { team: 'T1', user: 'U1' }
const email = 'ann@example.com'
const alsoByMail = { ...defaultPreferences, matrix: { commented: { mail: true } } }
const nowhere = { ...defaultPreferences, matrix: { commented: { slack: false } } }

test.each([
  ['who has only a mail address', { email }, /^Answers reach you by mail\.$/],
  ['who has Slack, where the card is', { email, slack }, /^Answers reach you in Slack\. To get them by mail/],
  ['who has Discord', { email, discord: '200000000000000001' }, /^Answers reach you on Discord\./],
  [
    'who wants mails beside Slack',
    { email, slack, notifications: alsoByMail },
    /^Answers reach you by mail\.$/,
  ],
  [
    'who wants to hear nothing',
    { email, slack, notifications: nowhere },
    /^Answers are on the ticket’s page\./,
  ],
  ['whose account is gone', null, /^Answers reach you by mail\.$/],
])('a sender %s', (_, sender, words) => {
  expect(plainOf(whereAnswersReach(sender))).toMatch(words)
})
