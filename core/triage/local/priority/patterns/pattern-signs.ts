import type { Evidence } from '../signs/sign.ts'
import { countedPeople } from './counted-people.ts'
import { gavePassword } from './gave-password.ts'
import { hasNearDeadline } from './has-near-deadline.ts'
import { lostAllData } from './lost-all-data.ts'
import { namesWholeUnit } from './names-whole-unit.ts'
import { onlyAsks } from './only-asks.ts'
import { smellsOfDanger } from './smells-of-danger.ts'
import { waterComesIn } from './water-comes-in.ts'

const many = 10

const byPattern: readonly (Evidence & { isIn: (text: string) => boolean })[] = [
  { isIn: namesWholeUnit, impact: 3, reason: 'many people are affected' },
  { isIn: gavePassword, impact: 3, urgency: 3, reason: 'security may be at risk' },
  { isIn: smellsOfDanger, impact: 3, urgency: 3, reason: 'people or equipment in danger' },
  { isIn: waterComesIn, impact: 3, urgency: 3, reason: 'people or equipment in danger' },
  { isIn: lostAllData, impact: 3, urgency: 3, reason: 'an outage, or data or security at risk' },
  { isIn: hasNearDeadline, urgency: 2, reason: 'a deadline is near' },
  { isIn: onlyAsks, impact: 0, urgency: 0, reason: 'a question or a wish' },
]

/** What the text says that no list of phrases can hold. */
export const patternSigns = (text: string): Evidence[] => [
  ...countedSigns(text),
  ...byPattern.filter(({ isIn }) => isIn(text)).map(({ isIn: _, ...evidence }) => evidence),
]

function countedSigns(text: string): Evidence[] {
  const affected = countedPeople(text)
  if (affected < 2) return []
  return [{ impact: affected >= many ? 3 : 2, reason: `${affected} people are affected` }]
}
