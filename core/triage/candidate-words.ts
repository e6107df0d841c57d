import type { Candidate, RuledOut } from '../tickets/assignment.ts'

type Unit = 'minute' | 'hour' | 'day'
const units: [Unit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** A candidate in words, e.g. "knows VPN; 2 tickets, 5 by priority; last assigned 3 hours before". */
export const candidateWords = ({ matching, speaks, affinity = 0, ...candidate }: Candidate): string =>
  [
    matching.length > 0 ? `knows ${matching.join(', ')}` : 'no matching skill',
    ...(speaks ? ['speaks the ticket’s language'] : []),
    loadWords(candidate),
    ...(affinity > 0 ? [`solves this category well (${affinity} of 1)`] : []),
    ...idleWords(candidate),
  ].join('; ')

/** Why someone on duty was ruled out. */
export const ruledOutWords: Readonly<Record<RuledOut['why'], string>> = {
  requester: 'filed it',
  'at capacity': 'at capacity',
  lapsed: 'did not claim it in time',
}

function loadWords({ load, weightedLoad = load }: Pick<Candidate, 'load' | 'weightedLoad'>) {
  const tickets = load === 1 ? '1 ticket' : `${load} tickets`
  return weightedLoad === load ? tickets : `${tickets}, ${weightedLoad} by priority`
}

function idleWords({ idleSeconds }: Pick<Candidate, 'idleSeconds'>) {
  if (idleSeconds === undefined) return []
  if (idleSeconds === null) return ['never assigned before']
  const [unit, seconds] = units.find(([, least]) => idleSeconds >= least) ?? ['minute', 60]
  const count = Math.floor(idleSeconds / seconds)
  const words = new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' })
  return [count === 0 ? 'last assigned just before' : `last assigned ${words.format(count)} before`]
}
