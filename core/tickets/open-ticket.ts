import { z } from 'zod'
import { type AttachedFile, type IncomingFile, sizeOf } from '../attachments/attached-file.ts'
import { fileIdsSchema, takeFiles } from '../attachments/take-files.ts'
import { entryFinder } from '../catalog/names.ts'
import type { Desk } from '../desk.ts'
import { isRefusal } from '../errors.ts'
import { idFromKey } from '../ids.ts'
import type { TicketEffect } from '../outbox/entry.ts'
import type { Source } from '../surface-names.ts'
import { type Actor, personOf } from '../users/user.ts'
import { redrawCards } from './change.ts'
import { checkAnswers, invalidAnswers } from './fields/check-answers.ts'
import { answersSchema } from './fields/ticket-field.ts'
import { fetchFiles } from './files/fetch-effect.ts'
import type { Ticket } from './ticket.ts'
import { descriptionSchema, titleSchema } from './ticket-texts.ts'
import { urgencies } from './ticket-values.ts'

export const newTicketSchema = z.strictObject({
  title: titleSchema,
  description: descriptionSchema,
  urgency: z.enum(urgencies).default('normal'),
  files: fileIdsSchema.optional(),
  fields: answersSchema
    .optional()
    .describe('answers to what the category asks, by key: text, an option and a date are strings'),
})

export type NewTicketInput = z.infer<typeof newTicketSchema>

type Filing = Pick<
  Desk,
  'catalog' | 'files' | 'fileLimits' | 'scanner' | 'limits' | 'tickets' | 'relay' | 'nextNumber' | 'now'
>
type Intake = {
  key: string
  source: Source
  input: NewTicketInput
  incoming?: IncomingFile[]
  /** for whom, if not for the one who files it */
  requester?: Actor
  /** the thread in a Slack channel that is told that it was filed */
  noticeTo?: { channel: string; thread: string }
  /** of the desk's list */
  category?: string | null
  /** whether required fields may be answered later, where a form has no room for them */
  answersLater?: boolean
  /** where the requester follows the ticket, if that depends on where they filed it */
  surfaces?: Ticket['surfaces']
}

/**
 * Files a ticket. It is stored when this returns. A second delivery of the same intake returns the same ticket.
 * @param intake.key identifies the delivery, e.g. `slack:<team>:<view id>`
 * @param intake.incoming files that came with it in a chat. They are fetched later
 * @throws invalid for files that can't be attached, and at `fields.<key>` for answers; too-many when the actor has filed many in a short time
 */
export async function openTicket(
  desk: Filing,
  actor: Actor,
  intake: Intake,
): Promise<{ ticket: Ticket; created: boolean }> {
  const { result, isFirst } = await desk.tickets.oneFiling(idFromKey(intake.key), () =>
    unlessFiledBefore(desk.tickets, intake.key, () => file(desk, actor, intake)),
  )
  return isFirst ? result : { ticket: result.ticket, created: false }
}

/**
 * The first delivery needs no look-up: a repeat is noticed only when it is refused or inserts. It then gives its number
 * back.
 */
async function file(desk: Filing, actor: Actor, intake: Intake) {
  const asked = await askedOf(desk, intake)
  const files = await filesFor(desk, actor, intake)
  await desk.limits.take(actor, 'tickets')
  const number = await desk.nextNumber()
  const filed = await desk.tickets.insert(newTicket(actor, { ...intake, asked }, files, number, desk.now()))
  if (filed.created) desk.relay('tickets', filed.ticket)
  else {
    desk.limits.giveBack(actor, 'tickets')
    await desk.nextNumber.giveBack?.(number)
  }
  return filed
}

/** A repeat is not refused for what would refuse a first delivery, such as a form that has changed since. */
async function unlessFiledBefore(
  tickets: Desk['tickets'],
  key: string,
  filing: () => Promise<{ ticket: Ticket; created: boolean }>,
) {
  try {
    return await filing()
  } catch (error) {
    const earlier = isRefusal(error) ? await tickets.find(idFromKey(key)) : null
    if (!earlier) throw error
    return { ticket: earlier, created: false }
  }
}

type AskedFields = Pick<Ticket, 'fields' | 'formVersion'>

/** What the category asks, with the answers. @throws invalid at `fields.<key>` */
async function askedOf({ catalog }: Filing, { input, category, answersLater }: Intake): Promise<AskedFields> {
  const { fields: answers = {} } = input
  const lists = category ? await catalog.read() : null
  const form = lists && entryFinder(lists.categories)(category ?? '')?.form
  const { fields, errors } = checkAnswers(form?.fields ?? [], answers, { partly: answersLater })
  if (errors.length > 0) throw invalidAnswers(fields, errors)
  return form && fields.length > 0 ? { fields, formVersion: form.version } : {}
}

const filesFor = (desk: Filing, actor: Actor, { key, input, incoming }: Intake) =>
  takeFiles(
    desk,
    { files: input.files, incoming },
    { by: personOf(actor).id, owner: { ticket: idFromKey(key) }, ticketBytes: 0 },
  )

function newTicket(
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
