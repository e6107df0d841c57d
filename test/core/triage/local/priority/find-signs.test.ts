import { describe, expect, test } from 'vitest'
import { findSigns } from '../../../../../core/triage/local/priority/find-signs.ts'
import { ownWords } from '../../../../../core/triage/local/priority/own-words.ts'
import { ratePriority } from '../../../../../core/triage/local/priority/rate-priority.ts'

const reasons = (text: string) => findSigns(text).map(({ reason }) => reason)

describe('a word that is denied says the opposite', () => {
  test.each([
    'This is not urgent',
    'This is not very urgent',
    'It isn’t urgent',
    'Das ist nicht besonders dringend',
    'Ce n’est pas très urgent',
    'No es muy urgente',
    'Não é muito urgente',
    'Non è molto urgente',
    'Het is niet erg dringend',
    'To nie bardzo pilne',
    '急ぎではありません',
    '不是很急',
  ])('%s', (text) => expect(reasons(text)).toEqual(['it can wait']))

  test('in its own clause only', () => {
    expect(reasons('Not urgent for me, but production is down')).toEqual([
      'an outage, or data or security at risk',
      'it can wait',
    ])
    expect(ratePriority('Not urgent for me, but production is down', 'normal').priority).toBe('urgent')
  })
})

test('not by a word that denies something else', () => {
  expect(reasons('printer not working urgent')).toEqual(['asks for help at once'])
})

describe('quoted words are those of others', () => {
  test.each([
    ['> URGENT!! production is down\n\nPlease order paper.', []],
    ['Please order paper.\n\nOn Mon, 3 May 2026, Ann wrote:\n> urgent', []],
    ['> everything is urgent', ['asks for help at once']],
  ])('%j', (text, expected) => expect(reasons(text)).toEqual(expected))

  test('nor does a quote in a plain mail count, whose signs are stored escaped', () =>
    expect(ownWords('Please order paper.\n\\> URGENT\n\\>> production is down')).toBe('Please order paper.'))

  test('a text without quotes stays as it is', () => expect(ownWords('a\nb > c')).toBe('a\nb > c'))
})

describe('what is solved is over', () => {
  test.each([
    'Solved, no rush',
    'The server is back',
    'Hat sich erledigt',
    'C’est réglé',
    'Ya funciona',
    '已解决',
  ])('%s', (text) => expect(ratePriority(text, 'critical').priority).toBe('low'))
  test.each(['Not solved yet', 'Must be solved', 'Until solved we wait', 'noch nicht gelöst'])(
    '%s: not yet',
    (text) => expect(ratePriority(text, 'normal').priority).toBe('medium'),
  )
})

describe('code, logs and addresses are not the words of a person', () => {
  test.each([
    'Backup fails\n```\nCRITICAL: blocked\n```',
    'Backup fails\n{code:java}critical outage{code}',
    'Backup fails\n2026-01-01 12:00:01 CRITICAL disk failed, data loss',
    'Build fails\n| lint | critical |',
    'The table |a|critical|9.8| is too wide',
    'Rename the column is_urgent',
    'See https://intranet.example/urgent/outage',
    'Delete /var/log/emergency.log',
  ])('%j', (text) => expect(reasons(text)).toEqual([]))

  test('unless there is nothing else', () =>
    expect(reasons('2026-01-01 12:00:01 outage')).toEqual(['an outage, or data or security at risk']))
})

describe('what a screen says', () => {
  test.each([
    ['The button “Urgent” is missing', []],
    ['It says “resolved”', []],
    ['It says “account locked”', ['somebody can not work']],
  ])('%s', (text, expected) => expect(reasons(text)).toEqual(expected))
})

describe('what might happen has not happened', () => {
  test.each([
    'If a laptop is stolen',
    'Falls ein Laptop gestohlen wird',
    'Si un portable est volé',
    '如果电脑被偷了',
  ])('%s', (text) => expect(reasons(text)).toEqual([]))
})

test('“but” takes back that all is well', () => {
  expect(reasons('It works again')).toEqual(['it says that it is solved'])
  expect(reasons('It works again, but the scanner jams')).toEqual([])
})
