import { type AttachedFile, sizeOf } from '../attachments/attached-file.ts'
import { idFromKey } from '../ids.ts'
import type { TicketEffect } from '../outbox/entry.ts'
import { type Actor, personOf } from '../users/user.ts'
import { redrawCards } from './change.ts'
import { fetchFiles } from './files/fetch-effect.ts'
import type { Intake } from './intake.ts'
import type { Ticket } from './ticket.ts'

/** What the category asks, with the answers. */
export type AskedFields = Pick<Ticket, 'fields' | 'formVersion'>

/** The document of a ticket that is filed now, with its first effects. */
export function newTicket(
  actor: Actor,
  {
    key,
    source,
    input: { title, description, urgency },
    category = null,
    surfaces = {},
    asked,
    ...intake
  }: Intake & { asked: AskedFields },
  files: AttachedFile[],
  number: number,
  now: Date,
) {
  const requester = personOf(intake.requester ?? actor)
  return {
    _id: idFromKey(key),
    number,
    ...{ title, description, urgency, ...asked },
    ...(files.length > 0 ? { files, fileBytes: sizeOf(files) } : {}),
    status: 'open' as const,
    priority: null,
    category,
    skills: [],
    tags: [],
    summary: null,
    notes: null,
    triage: untriaged,
    requester,
    assignee: null,
    assignment: null,
    source,
    surfaces,
    resolution: null,
    deleted: false,
    history: [{ at: now, by: personOf(actor), surface: source, action: 'opened' as const }],
    effects: [
      { queue: 'triage' as const, kind: 'triage' as const },
      ...redrawCards,
      ...fetchFiles(files),
      ...noticeIn(intake.noticeTo),
    ],
    createdAt: now,
  }
}

const noticeIn = (place: Intake['noticeTo']): TicketEffect[] =>
  place ? [{ queue: 'slack', kind: 'filed-notice', ...place }] : []

const untriaged: Ticket['triage'] = {
  state: 'pending',
  engine: null,
  model: null,
  confidence: null,
  reasons: [],
  fallback: null,
  startedAt: null,
  at: null,
}
