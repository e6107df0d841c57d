import { z } from 'zod'
import { entryNameSchema, type Lists } from '../../catalog/catalog.ts'
import { listedNames } from '../../catalog/names.ts'
import { conflict, invalid } from '../../errors.ts'
import { secretKindsIn } from '../../secrets/find-secrets.ts'
import type { SecretKind } from '../../secrets/secret.ts'
import type { Actor } from '../../users/user.ts'
import { differences, entry, numbered, redrawCards } from '../change.ts'
import { assertHistoryFits } from '../history-limits.ts'
import { isHandler, isRequester, isStaff, type Permission, see } from '../permissions.ts'
import { staffLines, versionFor } from '../shown-changes.ts'
import {
  descriptionSchema,
  isClaimed,
  isResolved,
  type Ticket,
  tagListSchema,
  titleSchema,
} from '../ticket.ts'
import { priorities } from '../ticket-values.ts'
import { defineAction } from './action.ts'

const input = z.strictObject({
  version: z.number().int().min(1).describe('the version that the editor saw'),
  title: titleSchema.optional(),
  description: descriptionSchema.optional(),
  priority: z.enum(priorities).optional(),
  category: entryNameSchema.optional().describe('a category of GET /api/catalog'),
  skills: tagListSchema.optional().describe('skills of GET /api/catalog'),
  tags: tagListSchema.optional(),
})

type Edit = Omit<z.infer<typeof input>, 'version'>

/** For title and description: the requester until the ticket is resolved, and handlers. */
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
    const { title, description, ...classification } = withoutUndefined(edit)
    return [
      see,
      ...(title !== undefined || description !== undefined ? [mayEdit] : []),
      ...(Object.keys(classification).length > 0 ? [mayClassify] : []),
    ]
  },
  prepare: async (desk, ticket, { input }) => ({
    lists: await desk.catalog.read(),
    secrets: await secretsAfter(ticket, input),
  }),
  decide(ticket, asked) {
    const { version, ...edit } = asked.input
    const wanted = { ...withoutUndefined(edit), ...listed(asked.prepared.lists, edit, ticket) }
    if (ticket.status === 'closed') throw conflict(`${numbered(ticket)} is closed.`)
    if (versionFor(asked.actor, ticket) !== version) throw changedMeanwhile(ticket, asked.actor, version)
    const changes = differences(ticket, wanted)
    if (changes.length === 0) return null
    assertHistoryFits(changes, ticket)
    return {
      set: {
        ...Object.fromEntries(changes.map(({ field, to }) => [field, to])),
        ...changedSecrets(ticket, asked.prepared.secrets),
      },
      history: [entry(asked, 'edited', { changes })],
      effects: redrawCards,
    }
  },
  words: { summary: 'Change some fields of the version that you have seen', success: 'Changed.' },
  example: { version: 4, priority: 'high' },
})

/**
 * Replaces category and skills with the names in the desk's lists and drops repeated tags.
 * @throws invalid for a category or skill that the desk doesn't offer, unless the ticket already has it
 */
function listed({ categories, skills }: Lists, wanted: Edit, ticket: Ticket) {
  const had = ticket.category ? [ticket.category] : []
  return withoutUndefined({
    tags: wanted.tags && [...new Set(wanted.tags)],
    category: wanted.category && listedNames(categories, [wanted.category], { field: 'category', had })[0],
    skills: wanted.skills && listedNames(skills, wanted.skills, { field: 'skills', had: ticket.skills }),
  })
}

/** The kinds of secrets that the ticket then holds. Only new words are looked through. */
const secretsAfter = async (ticket: Ticket, { title, description }: Edit): Promise<SecretKind[]> =>
  title === undefined && description === undefined
    ? (ticket.triage.secrets ?? [])
    : secretKindsIn(title ?? ticket.title, description ?? ticket.description)

/** Whoever adds a password brings the warning about it, and whoever takes it out ends it. */
function changedSecrets({ triage }: Ticket, secrets: SecretKind[]): Pick<Ticket, 'triage'> | object {
  return String(triage.secrets ?? []) === String(secrets) ? {} : { triage: { ...triage, secrets } }
}

function changedMeanwhile(ticket: Ticket, actor: Actor, seen: number) {
  const newest = versionFor(actor, ticket)
  if (seen > newest) return invalid('version', `There is no version ${seen}; the newest is ${newest}.`)
  const last = ticket.history.findLast(({ action }) => isStaff(actor) || !staffLines.has(action))
  const who = last?.by?.name ?? 'The desk'
  return conflict(`${who} changed ${numbered(ticket)} meanwhile: it is at version ${newest} now.`)
}

const withoutUndefined = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
