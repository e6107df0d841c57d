import { expect, test } from 'vitest'
import { rankAssignees } from '../../../core/triage/list-assignees.ts'

const person = (name: string, onDuty: boolean, skills: string[] = []) => ({
  _id: name,
  name,
  role: 'moderator' as const,
  onDuty,
  skills,
  capacity: 10,
})

test('who is on duty comes first, then who has the skills, then who has least to do', () => {
  const staff = [
    person('Off', false, ['C++', 'Printers']),
    person('Leases', true),
    person('Idle', true),
    person('Knows', true, ['c++']),
  ]
  const loads = new Map([
    ['Leases', 4],
    ['Knows', 9],
  ])
  const ranked = rankAssignees({ skills: ['C++'] }, staff, loads)
  expect(ranked.map(({ name, load, matching }) => [name, load, matching])).toEqual([
    ['Knows', 9, ['C++']],
    ['Idle', 0, []],
    ['Leases', 4, []],
    ['Off', 0, ['C++']],
  ])
})
