import { describe, expect, test } from 'vitest'
import { chooseAssignee, type Moderator } from '../../../core/triage/choose-assignee.ts'
import { ann, later, monday } from '../../support/ticket-fixture.ts'

const moderator = (name: string, more: Partial<Moderator> = {}): Moderator => ({
  _id: name.toLowerCase(),
  name,
  skills: [],
  capacity: 10,
  lastAssignedAt: null,
  load: 0,
  ...more,
})
const needs = (...skills: string[]) => ({ skills, requester: { id: ann._id, name: ann.name } })
const choose = (skills: string[], ...moderators: Moderator[]) => chooseAssignee(needs(...skills), moderators)

describe('skills are exact tags', () => {
  const all = ['C', 'C++', 'C#', 'Java', 'JavaScript', 'Node.js', 'NodeXjs', 'React', '.*', '(']
  test.each(['C++', 'C#', 'Java', 'JavaScript', 'Node.js', 'React', '.*', '('])('%s', (skill) => {
    const everyone = all.map((one, index) => moderator(`M${index}`, { skills: [one] }))
    const { assignee, candidates } = choose([skill], ...everyone)
    expect(assignee?.name).toBe(`M${all.indexOf(skill)}`)
    expect(candidates.filter(({ matching }) => matching.length > 0)).toHaveLength(1)
  })

  test('apart from their case', () => {
    expect(
      choose(['JAVASCRIPT'], moderator('Max'), moderator('Mia', { skills: ['javascript'] })).assignee?.name,
    ).toBe('Mia')
  })

  test('and a part of one is none', () => {
    const [best] = choose(['Wi-Fi'], moderator('Max', { skills: ['Wi', 'Fi', 'Wi-Fi networks'] })).candidates
    expect(best?.matching).toEqual([])
  })
})

describe('who is best', () => {
  test.each<[string, string[], Moderator[], string]>([
    [
      'more matching skills before less load',
      ['VPN', 'Linux'],
      [
        moderator('Max', { skills: ['VPN'], load: 0 }),
        moderator('Mia', { skills: ['Linux', 'VPN'], load: 9 }),
      ],
      'Mia',
    ],
    [
      'skills that nobody needs count for nothing',
      ['VPN'],
      [
        moderator('Max', { skills: ['HR', 'SAP', 'Java'], load: 0 }),
        moderator('Mia', { skills: ['VPN'], load: 5 }),
      ],
      'Mia',
    ],
    [
      'less load when the skills are equal',
      ['VPN'],
      [moderator('Max', { skills: ['VPN'], load: 3 }), moderator('Mia', { skills: ['VPN'], load: 2 })],
      'Mia',
    ],
    [
      'longest since the last assignment when load is equal too',
      [],
      [moderator('Max', { lastAssignedAt: later(5) }), moderator('Mia', { lastAssignedAt: monday })],
      'Mia',
    ],
    [
      'who was never assigned comes before who was',
      [],
      [moderator('Max', { lastAssignedAt: monday }), moderator('Mia')],
      'Mia',
    ],
    ['the same one each time when all is equal', [], [moderator('Mia'), moderator('Max')], 'Max'],
    [
      'not who is at capacity, however skilled',
      ['VPN'],
      [moderator('Max', { skills: ['VPN'], load: 10 }), moderator('Mia', { load: 9 })],
      'Mia',
    ],
    ['not who takes none', [], [moderator('Max', { capacity: 0 }), moderator('Mia', { load: 1 })], 'Mia'],
    [
      'not the requester',
      ['VPN'],
      [moderator('Ann', { _id: ann._id, skills: ['VPN'] }), moderator('Mia')],
      'Mia',
    ],
  ])('%s', (_name, skills, moderators, chosen) => {
    expect(choose(skills, ...moderators).assignee?.name).toBe(chosen)
    expect(choose(skills, ...moderators.toReversed()).assignee?.name).toBe(chosen)
  })
})

describe('why', () => {
  test.each<[string, string[], Moderator[]]>([
    [
      'knows VPN, Linux; has 2 of 10 tickets',
      ['VPN', 'Linux'],
      [moderator('Max', { skills: ['Linux', 'VPN'], load: 2 })],
    ],
    [
      'knows VPN; has 0 of 5 tickets',
      ['VPN'],
      [moderator('Max', { skills: ['VPN'], capacity: 5 }), moderator('Mia')],
    ],
    [
      'knows VPN; has 0 of 10 tickets; longest since the last assignment',
      ['VPN'],
      [moderator('Max', { skills: ['VPN'] }), moderator('Mia', { skills: ['VPN'], lastAssignedAt: monday })],
    ],
    ['needs no special skill; has 0 of 10 tickets', [], [moderator('Max')]],
    ['nobody on duty has the skills; has 0 of 10 tickets', ['VPN'], [moderator('Max', { skills: ['HR'] })]],
  ])('%s', (reason, skills, moderators) => {
    expect(choose(skills, ...moderators).reason).toBe(reason)
  })
})

describe('nobody', () => {
  test.each<[string, string, Moderator[]]>([
    ['is on duty', 'No moderator is on duty.', []],
    [
      'has room',
      'Every moderator on duty is at capacity.',
      [moderator('Max', { load: 10 }), moderator('Mia', { load: 12 })],
    ],
  ])('%s', (_name, reason, moderators) => {
    expect(choose(['VPN'], ...moderators)).toEqual({ assignee: null, reason, candidates: [] })
  })
})

test('the candidates are the five best, in order, with what counted', () => {
  const moderators = Array.from({ length: 8 }, (_, load) =>
    moderator(`M${load}`, { load, skills: load === 7 ? ['VPN'] : [] }),
  )
  expect(choose(['VPN'], ...moderators).candidates).toEqual([
    { id: 'm7', name: 'M7', matching: ['VPN'], load: 7 },
    ...[0, 1, 2, 3].map((load) => ({ id: `m${load}`, name: `M${load}`, matching: [], load })),
  ])
})
