import { chooseAssignee, type Moderator, matchingSkills } from '../../core/triage/choose-assignee.ts'
import { seededRandom } from '../../core/triage/local/random.ts'
import type { SampleTicket } from './sample-desk.ts'

/** Chooses among moderators on duty. Null: nobody. */
export type Strategy = (ticket: SampleTicket, onDuty: Moderator[], now: Date) => string | null

const requester = { id: 'requester', name: 'Requester' }

const withCapacity = (onDuty: Moderator[]) => onDuty.filter(({ load, capacity }) => load < capacity)

/** What the desk does. */
const desk: Strategy = (ticket, onDuty, now) =>
  chooseAssignee({ ...ticket, requester }, onDuty, now).assignee?.id ?? null

function atRandom(seed: number): Strategy {
  const random = seededRandom(seed)
  return (_ticket, onDuty) => {
    const free = withCapacity(onDuty)
    return free[Math.floor(random() * free.length)]?._id ?? null
  }
}

function roundRobin(): Strategy {
  let last = ''
  return (_ticket, onDuty) => {
    const free = withCapacity(onDuty).sort((a, b) => a._id.localeCompare(b._id))
    const next = free.find(({ _id }) => _id > last) ?? free[0]
    last = next?._id ?? last
    return next?._id ?? null
  }
}

/** The first moderator in the list who has any of the skills. */
const firstMatch: Strategy = ({ skills }, onDuty) => {
  const free = withCapacity(onDuty)
  const first = free.find((one) => matchingSkills(skills, one.skills).length > 0)
  return (first ?? free[0])?._id ?? null
}

export const strategies = (seed: number): [string, Strategy][] => [
  ['Deskbridge', desk],
  ['random', atRandom(seed)],
  ['round robin', roundRobin()],
  ['first match', firstMatch],
]
