import { findSecrets, withoutSecrets } from '../../secrets/find-secrets.ts'
import { sentence } from '../../text/sentence.ts'
import { entry, numbered, redrawCards } from '../change.ts'
import { isRequester, isStaff } from '../permissions.ts'
import { type HistoryEntry, maxDescription, maxTitle, type Ticket } from '../ticket.ts'
import { defineAction, noInput } from './action.ts'

/** Redact: takes passwords, keys and account numbers out of what a ticket says, and out of what it said before. */
export const redact = defineAction({
  input: noInput,
  permissions: {
    redact: {
      verb: 'redact',
      rule: (actor, ticket) => isStaff(actor) || isRequester(actor, ticket),
    },
  },
  prepare: async (_desk, ticket) => ({
    texts: await redactedTexts(ticket),
    past: await redactedPast(ticket),
  }),
  decide(ticket, { prepared: { texts, past }, ...asked }) {
    const isClean =
      Object.entries(texts).every(([field, text]) => ticket[field as keyof typeof texts] === text) &&
      JSON.stringify(past) === JSON.stringify(ticket.history)
    if (isClean && !hasSecrets(ticket)) return null
    return {
      set: { ...texts, triage: { ...ticket.triage, secrets: [] } },
      past,
      history: [entry(asked, 'redacted')],
      effects: redrawCards,
    }
  },
  words: {
    summary: 'Take passwords, keys and account numbers out of title, description and history',
    success: 'They are gone.',
    done: (ticket) => sentence`${numbered(ticket)} shows no secrets any more.`,
  },
  button: { label: 'Remove secrets', style: 'secondary', isShown: (ticket) => hasSecrets(ticket) },
})

const hasSecrets = ({ triage }: Ticket) => (triage.secrets ?? []).length > 0

const redacted = async (text: string) => withoutSecrets(text, await findSecrets(text))

const redactedTexts = async ({ title, description, summary, notes }: Ticket) => ({
  title: (await redacted(title)).slice(0, maxTitle),
  description: (await redacted(description)).slice(0, maxDescription),
  summary: summary && (await redacted(summary)),
  notes: notes && (await redacted(notes)),
})

/** History keeps the earlier titles and descriptions of a ticket. */
const redactedPast = ({ history }: Ticket): Promise<HistoryEntry[]> =>
  Promise.all(
    history.map(async (line) =>
      line.changes ? { ...line, changes: await Promise.all(line.changes.map(redactedChange)) } : line,
    ),
  )

const redactedChange = async <Line extends { from?: unknown; to?: unknown }>(
  change: Line,
): Promise<Line> => ({
  ...change,
  from: typeof change.from === 'string' ? await redacted(change.from) : change.from,
  to: typeof change.to === 'string' ? await redacted(change.to) : change.to,
})
