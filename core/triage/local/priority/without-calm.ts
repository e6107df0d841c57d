import { clausesOf } from './clauses.ts'
import { signsOfClause } from './signs-of-clause.ts'

/** @returns the clauses of a text that neither say that it can wait nor only ask or wish; null when that is all of it, or none */
export function withoutCalm(text: string): string | null {
  const clauses = clausesOf(text).filter((clause) => /\p{L}/u.test(clause.text))
  const rest = clauses.filter(
    (clause) => !signsOfClause(clause).some(({ kind, impact }) => kind === 'calm' || impact === 0),
  )
  const matter = rest.map((clause) => clause.text).join('. ')
  return matter && rest.length < clauses.length ? matter : null
}
