import type { Priority } from '../../core/tickets/ticket-values.ts'
import { seededRandom } from '../../core/triage/local/random.ts'
import type { DutySchedule, Shift } from '../../core/users/duty/duty-schedule.ts'

export const startsAt = new Date('2026-06-01T00:00Z')
export const days = 14
export const dayMinutes = 24 * 60

export const timeAt = (minute: number) => new Date(startsAt.getTime() + minute * 60_000)

export type SampleModerator = {
  id: string
  skills: string[]
  languages: string[]
  dutySchedule: DutySchedule
}
/** @property filedAt in minutes from the start @property minutes of work for somebody who has the skills */
export type SampleTicket = {
  filedAt: number
  minutes: number
  skills: string[]
  language: string
  priority: Priority
}

const skills = [
  'Accounts',
  'VPN',
  'Printers',
  'Windows',
  'E-mail',
  'SAP',
  'Linux',
  'Wi-Fi',
  'Phones',
  'HR',
  'AWS',
  'C++',
]
/** 10,000 tickets in two weeks keep 30 people busy, and do not overload them. */
const meanMinutes = 5

const zones = ['Europe/Berlin', 'Europe/Berlin', 'America/New_York', 'Asia/Tokyo']
const week: Shift = { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:00' }
const late: Shift = { days: ['wed', 'thu', 'fri', 'sat', 'sun'], from: '13:00', to: '21:00' }
const priorities: [Priority, number][] = [
  ['medium', 0.6],
  ['high', 0.2],
  ['low', 0.15],
  ['urgent', 0.05],
]
const languages: [string, number][] = [
  ['en', 0.65],
  ['de', 0.2],
  ['fr', 0.08],
  ['es', 0.07],
]

/** The first skills are needed and known most: half as often, twice as far down the list. */
const someSkill = (random: () => number) => skills[Math.floor(skills.length * random() ** 2)] ?? ''

const several = (count: number, random: () => number) => [
  ...new Set(Array.from({ length: count }, () => someSkill(random))),
]

function oneOf<T>(shares: [T, number][], random: () => number): T {
  let left = random()
  const found = shares.find(([, share]) => {
    left -= share
    return left < 0
  })
  return (found ?? shares[0] ?? [])[0] as T
}

/** One in three works late and at weekends, one in ten is away for three days, one in three speaks another language. */
export function sampleModerators(count: number, seed: number): SampleModerator[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, (_, index) => ({
    id: `m${index}`,
    skills: several(2 + Math.floor(random() * 4), random),
    languages: ['en', ...(index % 3 === 0 ? [oneOf(languages.slice(1), random)] : [])],
    dutySchedule: {
      timeZone: zones[index % zones.length] ?? 'UTC',
      shifts: [index % 3 === 1 ? late : week],
      absences: index % 10 === 9 ? [{ from: '2026-06-03', to: '2026-06-05' }] : [],
    },
  }))
}

/** Most are filed on weekdays, between 06:00 and 20:00 UTC. */
export function sampleTickets(count: number, seed: number): SampleTicket[] {
  const random = seededRandom(seed)
  const filed: SampleTicket[] = []
  while (filed.length < count) {
    const filedAt = Math.floor(random() * days * dayMinutes)
    const isWeekend = Math.floor(filedAt / dayMinutes) % 7 > 4
    const isNight = filedAt % dayMinutes < 360 || filedAt % dayMinutes > 1_200
    if (random() < (isWeekend ? 0.8 : 0) || random() < (isNight ? 0.7 : 0)) continue
    filed.push({
      filedAt,
      minutes: Math.ceil(-Math.log(1 - random()) * meanMinutes),
      skills: several(Math.floor(random() * 3), random),
      language: oneOf(languages, random),
      priority: oneOf(priorities, random),
    })
  }
  return filed.sort((a, b) => a.filedAt - b.filedAt)
}
