import type { Ticket } from '../../core/tickets/ticket.ts'
import { seededRandom } from '../../core/triage/local/random.ts'
import { max, resolvedBy, ticketOf } from '../support/ticket-fixture.ts'

const categories = ['Hardware', 'Software', 'Network', 'HR', 'Security', 'Finance', 'Facilities', 'Other']
const sharedWords = 4_000
const wordsOfCategory = 1_500
/** How often a word belongs to the ticket's category. */
const ownShare = 0.08
const wordsInText = 45

/** A word that looks like one: three syllables, always the same for a number. */
function wordOf(number: number): string {
  const syllables = [
    'ka',
    'lo',
    'mi',
    'ne',
    'ru',
    'sa',
    'to',
    'vi',
    'pe',
    'du',
    'gra',
    'ble',
    'stu',
    'on',
    'er',
    'ix',
  ]
  const at = (place: number) => syllables[Math.floor(number / syllables.length ** place) % syllables.length]
  return `${at(0)}${at(1)}${at(2)}${number % 7 === 0 ? at(3) : ''}`
}

/** Resolved tickets as long as a helpdesk's. Few words are frequent and most are rare, as in any language. */
export function madeUpTickets() {
  const random = seededRandom(1)
  const rank = (words: number) => Math.floor(words ** random()) - 1
  const word = (category: number) =>
    random() < ownShare
      ? wordOf(sharedWords + category * wordsOfCategory + rank(wordsOfCategory))
      : wordOf(rank(sharedWords))

  return (number: number): Ticket => {
    const category = Math.floor(random() * categories.length)
    const words = Array.from({ length: wordsInText }, () => word(category))
    const resolved = resolvedBy(max)
    return ticketOf({
      ...{ _id: number.toString(16).padStart(24, '0'), number },
      ...{ title: words.slice(0, 7).join(' '), description: words.join(' ') },
      ...{ category: categories[category] ?? 'Other', skills: [], ...resolved },
      resolution: { ...resolved.resolution, at: new Date(Date.UTC(2026, 0, 1) + number * 60_000) },
    })
  }
}
