import type { TrainingTicket } from './training-ticket.ts'

/** A skill belongs to a category once this many of its tickets needed it, and at least this share. */
const [minTickets, minShare] = [10, 0.6]
const maxSkills = 2

/** Ids of the skills that most tickets of a category needed, the most frequent first, by the category's id. */
export function skillsByCategory(
  tickets: readonly Pick<TrainingTicket, 'category' | 'skills'>[],
): Record<string, string[]> {
  const byCategory = Map.groupBy(tickets, ({ category }) => category)
  return Object.fromEntries(
    [...byCategory].map(([category, same]) => [
      category,
      frequentSkills(same.flatMap(distinct), same.length),
    ]),
  )
}

const distinct = ({ skills }: Pick<TrainingTicket, 'skills'>) => [...new Set(skills)]

function frequentSkills(skills: readonly string[], tickets: number): string[] {
  return [...Map.groupBy(skills, (skill) => skill)]
    .map(([skill, { length }]) => ({ skill, count: length }))
    .filter(({ count }) => count >= minTickets && count >= minShare * tickets)
    .sort((a, b) => b.count - a.count || a.skill.localeCompare(b.skill))
    .slice(0, maxSkills)
    .map(({ skill }) => skill)
}
