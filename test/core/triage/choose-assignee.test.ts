import { describe, expect, test } from 'vitest'
import { withoutLoads } from '../../../core/tickets/without-loads.ts'
import { type Assignable, chooseAssignee, type Moderator } from '../../../core/triage/choose-assignee.ts'
import { ann, later, monday } from '../../support/ticket-fixture.ts'

const moderator = (name: string, more: Partial<Moderator> = {}): Moderator => ({
  _id: name.toLowerCase(),
  name,
  skills: [],
  capacity: 10,
  lastAssignedAt: null,
  load: 0,
  weightedLoad: more.load ?? 0,
  ...more,
})
const needs = (...skills: string[]) => ({ skills, requester: { id: ann._id, name: ann.name } })
const now = later(60)
const choose = (skills: string[], ...moderators: Moderator[]) =>
  chooseAssignee(needs(...skills), moderators, now)

describe('skills are exact tags', () => {
  const all = ['C', 'C++', 'C#', 'Java', 'JavaScript', 'Node.js', 'NodeXjs', 'React', '.*', '(']
  test.each(['C++', 'C#', 'Java', 'JavaScript', 'Node.js', 'React', '.*', '('])('%s', (skill) => {
    const everyone = all.map((one, index) => moderator(`M${index}`, { skills: [one] }))
    const { assignee, candidates } = choose([skill], ...everyone)
    expect(assignee?.name).toBe(`M${all.indexOf(skill)}`)
    expect(candidates.filter(({ matching }) => matching.length > 0)).toHaveLength(1)
  })

  test('but for their case', () => {
    expect(
      choose(['JAVASCRIPT'], moderator('Max'), moderator('Mia', { skills: ['javascript'] })).assignee?.name,
    ).toBe('Mia')
  })

  test('so that a part of one does not match', () => {
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
    expect(choose(['VPN'], ...moderators)).toEqual({
      assignee: null,
      reason,
      candidates: [],
      ruledOut: moderators.map(({ _id: id, name }) => ({ id, name, why: 'at capacity' })),
    })
  })
})

describe('what counts besides skills and the number of tickets', () => {
  const german = { language: 'de' }
  const well = { category: 'Network' }
  const solves = (affinity: number) => ({ affinity: new Map([['Network', affinity]]) })
  test.each<[string, Partial<Assignable>, Moderator[], string, string]>([
    [
      'load by priority, not by number: one urgent ticket is more than three usual ones',
      {},
      [
        moderator('Max', { load: 1, weightedLoad: 4 }),
        moderator('Mia', { load: 3, weightedLoad: 3, lastAssignedAt: monday }),
      ],
      'Mia',
      'needs no special skill; has 3 of 10 tickets',
    ],
    [
      'the language before the load',
      german,
      [moderator('Max'), moderator('Mia', { languages: ['en', 'de'], load: 9 })],
      'Mia',
      'needs no special skill; speaks German; has 9 of 10 tickets',
    ],
    [
      'a language like one skill: it does not beat two',
      { ...german, skills: ['VPN', 'Linux'] },
      [moderator('Max', { skills: ['VPN', 'Linux'] }), moderator('Mia', { languages: ['de'] })],
      'Max',
      'knows VPN, Linux; has 0 of 10 tickets',
    ],
    [
      'English, for those who state no language',
      { language: 'en' },
      [moderator('Max'), moderator('Mia', { languages: ['en'], load: 1 })],
      'Max',
      'needs no special skill; has 0 of 10 tickets',
    ],
    [
      'no language, where the ticket’s is unknown',
      {},
      [moderator('Max'), moderator('Mia', { languages: ['de'], load: 1 })],
      'Max',
      'needs no special skill; has 0 of 10 tickets',
    ],
    [
      'who solves this kind well, at equal load',
      well,
      [moderator('Max'), moderator('Mia', { ...solves(0.4), lastAssignedAt: monday })],
      'Mia',
      'needs no special skill; has 0 of 10 tickets; solves this kind well',
    ],
    [
      'and with less than one usual ticket more',
      well,
      [moderator('Max'), moderator('Mia', { ...solves(0.8), load: 1, weightedLoad: 0.5 })],
      'Mia',
      'needs no special skill; has 1 of 10 tickets; solves this kind well',
    ],
    [
      'but not with more: affinity is bounded, whatever is stored',
      well,
      [moderator('Max'), moderator('Mia', { ...solves(50), load: 2 })],
      'Max',
      'needs no special skill; has 0 of 10 tickets',
    ],
    [
      'never before a skill',
      { ...well, skills: ['VPN'] },
      [moderator('Max', { skills: ['VPN'], load: 5 }), moderator('Mia', solves(1))],
      'Max',
      'knows VPN; has 5 of 10 tickets',
    ],
    [
      'affinity for another category counts for nothing',
      { category: 'Printers' },
      [moderator('Max', { load: 1 }), moderator('Mia', { ...solves(1), load: 2 })],
      'Max',
      'needs no special skill; has 1 of 10 tickets',
    ],
    [
      'not who let it lapse',
      { lapsed: ['max'] },
      [moderator('Max'), moderator('Mia', { load: 9 })],
      'Mia',
      'needs no special skill; has 9 of 10 tickets',
    ],
  ])('%s', (_name, more, moderators, chosen, reason) => {
    for (const given of [moderators, moderators.toReversed()])
      expect(chooseAssignee({ ...needs(), ...more }, given, now)).toMatchObject({
        assignee: { name: chosen },
        reason,
      })
  })

  test.each<[string, Partial<Assignable>, Moderator[], string]>([
    ['all let it lapse', { lapsed: ['max'] }, [moderator('Max')], 'Nobody on duty claimed it in time.'],
    [
      'one let it lapse, one is at capacity',
      { lapsed: ['max'] },
      [moderator('Max'), moderator('Mia', { load: 10 })],
      'Nobody else on duty has capacity.',
    ],
    ['only the requester', {}, [moderator('Ann', { _id: ann._id })], 'Nobody but the requester is on duty.'],
  ])('nobody, when %s', (_name, more, moderators, reason) => {
    const choice = chooseAssignee({ ...needs(), ...more }, moderators, now)
    expect(choice).toMatchObject({ assignee: null, reason })
    expect(withoutLoads(choice.reason)).toBe(
      reason.includes('requester') ? reason : 'Nobody is free at the moment.',
    )
  })
})

describe('the record', () => {
  test('keeps all candidates in order, with what counted, and who was ruled out', () => {
    const { candidates, ruledOut } = chooseAssignee(
      { ...needs('VPN'), category: 'Network', language: 'de' },
      [
        moderator('Max', { skills: ['VPN'], load: 10 }),
        moderator('Mia', { lastAssignedAt: monday, load: 2, weightedLoad: 4.5, languages: ['de'] }),
        moderator('Bo', { affinity: new Map([['Network', 1 / 3]]) }),
      ],
      later(90),
    )
    expect(candidates).toEqual([
      {
        id: 'mia',
        name: 'Mia',
        matching: [],
        speaks: true,
        load: 2,
        weightedLoad: 4.5,
        affinity: 0,
        idleSeconds: 90,
      },
      {
        id: 'bo',
        name: 'Bo',
        matching: [],
        speaks: false,
        load: 0,
        weightedLoad: 0,
        affinity: 0.33,
        idleSeconds: null,
      },
    ])
    expect(ruledOut).toEqual([{ id: 'max', name: 'Max', why: 'at capacity' }])
  })

  test('is bounded', () => {
    const many = Array.from({ length: 80 }, (_, load) =>
      moderator(`M${load}`, { load, capacity: 200, weightedLoad: load }),
    )
    const { candidates } = choose([], ...many)
    expect(candidates.map(({ load }) => load)).toEqual(Array.from({ length: 50 }, (_, index) => index))
  })
})
