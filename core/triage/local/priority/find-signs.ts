import { maxText } from '../rules/terms.ts'
import { clausesOf } from './clauses.ts'
import { ownWords, withoutNames, withoutQuotes } from './own-words.ts'
import { asksInGeneral } from './patterns/only-asks.ts'
import { patternSigns } from './patterns/pattern-signs.ts'
import { onlyRequests } from './patterns/requests.ts'
import { signs } from './signs/all-signs.ts'
import type { Evidence } from './signs/sign.ts'
import { signsOfClause } from './signs-of-clause.ts'

const signsIn = (text: string) => new Set(clausesOf(text).flatMap(signsOfClause))

/** What the text says about impact and urgency, in its own words, each reason once. */
export function findSigns(text: string): Evidence[] {
  const own = withoutNames(ownWords(text.slice(0, maxText)))
  const said = withoutQuotes(own)
  const found = signsIn(own)
  const meant = said === own ? found : signsIn(said)
  const isRequest = onlyRequests(own)
  return distinctByReason([
    ...patternSigns(own),
    ...signs.filter(
      (sign) =>
        (sign.mayBeQuoted && !isRequest ? found : meant).has(sign) &&
        !(sign.unlessAsked && asksInGeneral(own)),
    ),
  ]).filter((one) => !(isRequest && saysWho(one)))
}

const distinctByReason = (all: readonly Evidence[]) =>
  all.filter(({ reason }, at) => all.findIndex((one) => one.reason === reason) === at)

/** Many, or a team, whatever happens to them. */
const saysWho = ({ impact = 0, urgency }: Evidence) => impact > 1 && urgency === undefined
