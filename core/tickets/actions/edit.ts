import { z } from 'zod'
import { entryNameSchema, type Lists } from '../../catalog/catalog.ts'
import { listedNames } from '../../catalog/names.ts'
import { conflict, invalid } from '../../errors.ts'
import type { TicketEffect } from '../../outbox/entry.ts'
import { secretKindsIn } from '../../secrets/find-secrets.ts'
import type { SecretKind } from '../../secrets/secret.ts'
import type { Actor } from '../../users/user.ts'
import { assignAnew, changedFields, historyEntry, redrawCards, referenceTo } from '../change.ts'
import { answerLines } from '../fields/answer-words.ts'
import { editedFields, withAnswers } from '../fields/edited-fields.ts'
import { answersSchema } from '../fields/ticket-field.ts'
import { assertHistoryFits } from '../history-limits.ts'
import { isHandler, isRequester, isStaff, type Permission, seeTicket } from '../permissions.ts'
import { staffLines, versionFor } from '../shown-changes.ts'
import { isClaimed, isResolved, type Ticket } from '../ticket.ts'
import { descriptionSchema, tagListSchema, titleSchema } from '../ticket-texts.ts'
import { priorities } from '../ticket-values.ts'
import { defineAction } from './action.ts'

const input = z.strictObject({
  version: z.number().int().min(1).describe('the version that the editor saw'),
  title: titleSchema.optional(),
  description: descriptionSchema.optional(),
  fields: answersSchema.optional().describe('answers by key, to what the category asked when it was filed'),
  priority: z.enum(priorities).optional(),
  category: entryNameSchema.optional().describe('a category of GET /api/catalog'),
  skills: tagListSchema.optional().describe('skills of GET /api/catalog'),
  tags: tagListSchema.optional(),
})

type Edit = Omit<z.infer<typeof input>, 'version'>
type DeskFields = Omit<Edit, 'fields'>

/** For title, description and answers: the requester until the ticket is resolved, and handlers. */
const mayEdit: Permission = {
  verb: 'edit',
  rule: (actor, ticket) => isHandler(actor, ticket) || (isRequester(actor, ticket) && !isResolved(ticket)),
}

/** For priority, category, skills and tags: any moderator until the ticket is claimed, and handlers. */
const mayClassify: Permission = {
  verb: 'classify',
  rule: (actor, ticket) => isHandler(actor, ticket) || (isStaff(actor) && !isClaimed(ticket)),
}

/** Edit: changes the given fields, if the ticket is still at the version that the editor saw. */
export const edit = defineAction({
  input,
  permissions: { edit: mayEdit, classify: mayClassify },
  needs(_ticket, { input: { version: _, ...edit } }) {
    const { title, description, fields, ...classification } = withoutUndefined(edit)
    return [
      seeTicket,
      ...(title !== undefined || description !== undefined || fields !== undefined ? [mayEdit] : []),
      ...(Object.keys(classification).length > 0 ? [mayClassify] : []),
    ]
  },
  prepare: async (desk, ticket, { input }) => ({
    lists: await desk.catalog.read(),
    secrets: await secretsAfter(ticket, input),
  }),
  decide(ticket, asked) {
    const { version, fields, ...edit } = asked.input
    const wanted = { ...withoutUndefined(edit), ...listed(asked.prepared.lists, edit, ticket) }
    if (ticket.status === 'closed') throw conflict(`${referenceTo(ticket)} is closed.`)
    if (versionFor(asked.actor, ticket) !== version) throw changedMeanwhile(ticket, asked.actor, version)
    const answers = editedFields(ticket.fields ?? [], fields ?? {})
    const fixed = changedFields(ticket, wanted)
    const changes = [...fixed, ...answers.changes]
    if (changes.length === 0) return null
    assertHistoryFits(changes, ticket)
    return {
      set: {
        ...Object.fromEntries(fixed.map(({ field, to }) => [field, to])),
        ...(answers.changes.length > 0 ? { fields: answers.fields } : {}),
        ...changedSecrets(ticket, asked.prepared.secrets),
      },
      history: [historyEntry(asked, 'edited', { changes })],
      effects: [...redrawCards, ...newDeadline(ticket, changes)],
    }
  },
  words: { summary: 'Change some fields of the version that you have seen', success: 'Changed.' },
  example: { version: 4, priority: 'high' },
})

/**
 * Replaces category and skills with the names in the desk's lists and drops repeated tags.
 * @throws invalid for a category or skill that the desk doesn't offer, unless the ticket already has it
 */
function listed({ categories, skills }: Lists, wanted: DeskFields, ticket: Ticket) {
  const had = ticket.category ? [ticket.category] : []
  return withoutUndefined({
    tags: wanted.tags && [...new Set(wanted.tags)],
    category: wanted.category && listedNames(categories, [wanted.category], { field: 'category', had })[0],
    skills: wanted.skills && listedNames(skills, wanted.skills, { field: 'skills', had: ticket.skills }),
  })
}

/** The kinds of secrets that the ticket holds after the edit. Only new text is searched. */
const secretsAfter = async (ticket: Ticket, { title, description, fields }: Edit): Promise<SecretKind[]> =>
  title === undefined && description === undefined && fields === undefined
    ? (ticket.triage.secrets ?? [])
    : secretKindsIn(
        title ?? ticket.title,
        description ?? ticket.description,
        answerLines(withAnswers(ticket.fields ?? [], fields ?? {})),
      )

/** Adding a password adds the warning about it, and taking it out removes the warning. */
function changedSecrets({ triage }: Ticket, secrets: SecretKind[]): Pick<Ticket, 'triage'> | object {
  return String(triage.secrets ?? []) === String(secrets) ? {} : { triage: { ...triage, secrets } }
}

/** The deadline to claim a ticket depends on its priority: the queue `assign` sets a new one. */
const newDeadline = ({ status, assignment }: Ticket, changes: { field: string }[]): TicketEffect[] =>
  status === 'open' && assignment?.claimBy && changes.some(({ field }) => field === 'priority')
    ? assignAnew
    : []

function changedMeanwhile(ticket: Ticket, actor: Actor, seen: number) {
  const newest = versionFor(actor, ticket)
  if (seen > newest) return invalid('version', `There is no version ${seen}; the newest is ${newest}.`)
  const last = ticket.history.findLast(({ action }) => isStaff(actor) || !staffLines.has(action))
  const who = last?.by?.name ?? 'The desk'
  return conflict(`${who} changed ${referenceTo(ticket)} meanwhile: it is at version ${newest} now.`)
}

const withoutUndefined = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
