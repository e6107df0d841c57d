import { indexPhrases } from '../rules/phrase-index.ts'
import { countedPeople } from './counted-people.ts'
import { ownWords } from './own-words.ts'
import { fillers, negations, notYet, type Sign, signs } from './signs.ts'

export type Evidence = Pick<Sign, 'impact' | 'urgency' | 'kind' | 'reason'>

const signsIn = indexPhrases(
  signs.flatMap((sign) => sign.phrases.split(', ').map((phrase) => [phrase, sign] as const)),
)

/** Where one thought ends: “not urgent, but nobody can work” are two. */
const ends =
  /[.!?;:,\n。！？；，、…()–—]+(?=\s|$|[^\p{L}\p{N}]|(?<=[。！？；，、])(?=.))|\s(?:and|but|und|aber|et|mais|y|pero|e|mas|ma|en|maar|i|ale)\s/giu

const many = 10

/** What the text says about impact and urgency, in its own words, each sign once and in the order of the rules. */
export function findSigns(text: string): Evidence[] {
  const own = ownWords(text)
  const found = own.split(ends).flatMap((clause) => signsOfClause(clause ?? ''))
  const affected = countedPeople(own)
  return [
    ...(affected >= many ? [{ impact: 3, reason: `${affected} people are affected` }] : []),
    ...(affected > 1 && affected < many ? [{ impact: 2, reason: `${affected} people are affected` }] : []),
    ...signs.filter((sign) => found.includes(sign)),
  ]
}

/** A clause that says “not urgent” says nothing else about urgency. */
function signsOfClause(clause: string): Sign[] {
  const found = signsIn(clause).map((one) => ({
    ...one,
    denied: isDenied(one.before),
  }))
  const said = found
    .filter(
      ({ means, denied, before }) =>
        !(denied && deniable(means)) && !(means.kind === 'over' && before.some((word) => notYet.has(word))),
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
