import { indexPhrases } from '../rules/phrase-index.ts'
import type { Clause } from './clauses.ts'
import { otherMeanings } from './other-meanings.ts'
import { signs } from './signs/all-signs.ts'
import { fillers, negations, notYet } from './signs/negations.ts'
import type { Sign } from './signs/sign.ts'

const signsIn = indexPhrases(
  signs.flatMap((sign) =>
    Object.values(sign.phrases).flatMap((phrases) =>
      phrases.split(', ').map((phrase) => [phrase, sign] as const),
    ),
  ),
)
const hasOtherMeaning = otherMeanings(signs)

/** A clause that says “not urgent” says nothing else about urgency. */
export function signsOfClause({ text, isTakenBack, isSupposed }: Clause): Sign[] {
  const found = signsIn(text)
    .filter((one) => !(isSupposed && one.means.impact) && !hasOtherMeaning(one, text))
    .map((one) => ({ ...one, denied: isDenied(one.before) }))
  const said = found
    .filter(
      ({ means, denied, before }) =>
        !(denied && deniable(means)) &&
        !(means.kind === 'over' && (isTakenBack || before.some((word) => notYet.has(word)))),
    )
    .map(({ means }) => means)
  const calm =
    said.find(({ kind }) => kind === 'calm') ??
    (found.some(({ denied, means }) => denied && asksForHaste(means)) ? calmSign : undefined)
  return calm ? [...said.filter(({ urgency, kind }) => !urgency || kind === 'over'), calm] : said
}

/** Walks back over words that only connect. */
function isDenied(before: readonly string[]): boolean {
  const word = before.at(-1)
  if (word === undefined) return false
  return negations.has(word) || (fillers.has(word) && isDenied(before.slice(0, -1)))
}

const asksForHaste = ({ urgency, impact }: Sign) => urgency === 3 && impact === undefined
const calmSign = signs.find(({ kind }) => kind === 'calm')
const deniable = ({ urgency, kind }: Sign) => kind === 'over' || (urgency ?? 0) > 0
