import { findSecrets, withoutSecrets } from '../../secrets/find-secrets.ts'
import { sentence } from '../../text/sentence.ts'
import type { ChangedField } from '../../trace.ts'
import { historyEntry, redrawCards, referenceTo } from '../change.ts'
import { redactedAfter, redactedFields } from '../fields/redact-fields.ts'
import type { HistoryEntry } from '../history-entry.ts'
import { isRequester, isStaff } from '../permissions.ts'
import type { Ticket } from '../ticket.ts'
import { maxDescription, maxTitle } from '../ticket-texts.ts'
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
    fields: ticket.fields && (await redactedFields(ticket.fields)),
    past: await redactedPast(ticket),
  }),
  decide(ticket, { prepared: { texts, fields, past }, ...asked }) {
    const isClean =
      Object.entries(texts).every(([field, text]) => ticket[field as keyof typeof texts] === text) &&
      JSON.stringify([fields, past]) === JSON.stringify([ticket.fields, ticket.history])
    if (isClean && !hasSecrets(ticket)) return null
    return {
      set: { ...texts, ...(fields ? { fields } : {}), triage: { ...ticket.triage, secrets: [] } },
      past,
      history: [historyEntry(asked, 'redacted')],
      effects: redrawCards,
    }
  },
  words: {
    summary: 'Take passwords, keys and account numbers out of title, description, fields and history',
    success: 'They are gone.',
    done: (ticket) => sentence`${referenceTo(ticket)} shows no secrets any more.`,
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

async function redactedChange(change: ChangedField): Promise<ChangedField> {
  const { label } = change
  const clean = (text: string) => (label === undefined ? redacted(text) : redactedAfter(label, text))
  const cleanValue = async (value: unknown) => (typeof value === 'string' ? clean(value) : value)
  return { ...change, from: await cleanValue(change.from), to: await cleanValue(change.to) }
}
