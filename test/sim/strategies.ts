import { matchingSkills } from '../../core/triage/choose-assignee.ts'
import { seededRandom } from '../../core/triage/local/random.ts'
import { desk } from './desk-strategy.ts'
import type { Strategy } from './strategy.ts'
import type { Worker } from './worker.ts'

const withCapacity = (onDuty: Worker[]) => onDuty.filter(({ load, capacity }) => load < capacity)

function atRandom(seed: number): Strategy {
  const random = seededRandom(seed)
  const choose: Strategy['choose'] = (_one, { onDuty }) => {
    const free = withCapacity(onDuty)
    return free[Math.floor(random() * free.length)]?._id ?? 'stop'
  }
  return { choose }
}

function roundRobin(): Strategy {
  let last = ''
  const choose: Strategy['choose'] = (_one, { onDuty }) => {
    const free = withCapacity(onDuty).sort((a, b) => a._id.localeCompare(b._id))
    const next = free.find(({ _id }) => _id > last) ?? free[0]
    last = next?._id ?? last
    return next?._id ?? 'stop'
  }
  return { choose }
}

/** The first moderator in the list who has any of the skills. */
const firstMatch: Strategy = {
  choose({ sample: { skills } }, { onDuty }) {
    const free = withCapacity(onDuty)
    const first = free.find((one) => matchingSkills(skills, one.skills).length > 0)
    return (first ?? free[0])?._id ?? 'stop'
  },
}

export const strategies = (seed: number): [string, Strategy][] => [
  ['Deskbridge', desk(60)],
  ['Deskbridge, no deadline to claim', desk(null)],
  ['random', atRandom(seed)],
  ['round robin', roundRobin()],
  ['first match', firstMatch],
]
