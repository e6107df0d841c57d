import { z } from 'zod'
import type { AuditEntry, Origin } from '../audit/audit-entry.ts'
import { changesOf, recordAuditEvent } from '../audit/record-audit-event.ts'
import { nameKeyOf } from '../catalog/names.ts'
import type { Desk } from '../desk.ts'
import { conflict, forbidden, notFound } from '../errors.ts'
import { newId } from '../ids.ts'
import { isStaff } from '../tickets/permissions.ts'
import { type Actor, personOf } from '../users/user.ts'
import {
  type CannedReply,
  cannedReplyNameSchema,
  cannedReplyTextSchema,
  maxCannedReplies,
} from './canned-reply.ts'

export const newCannedReplySchema = z.strictObject({
  name: cannedReplyNameSchema,
  text: cannedReplyTextSchema,
})
export const changeCannedReplySchema = z.strictObject({
  version: z.number().int().describe('`version` of the state that was changed'),
  name: cannedReplyNameSchema.optional(),
  text: cannedReplyTextSchema.optional(),
})

type CannedDesk = Pick<Desk, 'cannedReplies' | 'audit' | 'limits' | 'now' | 'log'>

/** @throws forbidden for requesters */
export function assertUsesCannedReplies(actor: Pick<Actor, 'role'>) {
  if (!isStaff(actor)) throw forbidden('Only moderators and admins use canned replies.')
}

/** All of them, by name. @throws forbidden for requesters */
export async function listCannedReplies(desk: Pick<Desk, 'cannedReplies'>, actor: Pick<Actor, 'role'>) {
  assertUsesCannedReplies(actor)
  return desk.cannedReplies.list()
}

/** @throws forbidden for requesters; conflict when the list is full or the name is taken; too-many */
export async function addCannedReply(
  desk: CannedDesk,
  actor: Actor,
  { name, text }: z.infer<typeof newCannedReplySchema>,
  origin: Origin,
): Promise<CannedReply> {
  assertUsesCannedReplies(actor)
  await desk.limits.take(actor, 'changes')
  if ((await desk.cannedReplies.count()) >= maxCannedReplies)
    throw conflict(`There are ${maxCannedReplies} canned replies. Delete one first.`)
  const [by, at] = [personOf(actor), desk.now()]
  const made = { createdBy: by, createdAt: at, changedBy: by, changedAt: at }
  const reply: CannedReply = { _id: newId(), name, nameKey: nameKeyOf(name), text, ...made, version: 1 }
  await desk.cannedReplies.insert(reply)
  await recordChange(desk, actor, reply, added(reply), origin)
  return reply
}

/** @throws forbidden for requesters; not-found; conflict when somebody else has changed it, or the name is taken; too-many */
export async function changeCannedReply(
  desk: CannedDesk,
  actor: Actor,
  id: string,
  { version, ...given }: z.infer<typeof changeCannedReplySchema>,
  origin: Origin,
): Promise<CannedReply> {
  assertUsesCannedReplies(actor)
  await desk.limits.take(actor, 'changes')
  const before = await desk.cannedReplies.find(id)
  if (!before) throw notFound('canned reply')
  if (before.version !== version) throw changedMeanwhile(before)
  const { name = before.name, text = before.text } = given
  const changes = changesOf(before, { name, text })
  if (changes.length === 0) return before
  const after = await desk.cannedReplies.change(before, {
    ...{ name, nameKey: nameKeyOf(name), text },
    ...{ changedBy: personOf(actor), changedAt: desk.now() },
  })
  if (!after) throw changedMeanwhile((await desk.cannedReplies.find(id)) ?? before)
  await recordChange(desk, actor, after, changes, origin)
  return after
}

/** @throws forbidden for requesters; not-found; too-many */
export async function deleteCannedReply(desk: CannedDesk, actor: Actor, id: string, origin: Origin) {
  assertUsesCannedReplies(actor)
  await desk.limits.take(actor, 'changes')
  const deleted = await desk.cannedReplies.remove(id)
  if (!deleted) throw notFound('canned reply')
  await recordChange(
    desk,
    actor,
    deleted,
    added(deleted).map(({ field, to }) => ({ field, from: to, to: null })),
    origin,
  )
}

const added = ({ name, text }: CannedReply) =>
  Object.entries({ name, text }).map(([field, to]) => ({ field, from: null, to }))

const changedMeanwhile = ({ name, changedBy }: CannedReply) =>
  conflict(`${changedBy.name} has just changed “${name}”. Load it again, then change it.`)

const recordChange = (
  desk: CannedDesk,
  actor: Actor,
  reply: CannedReply,
  changes: AuditEntry['changes'],
  origin: Origin,
) =>
  recordAuditEvent(desk, {
    actor,
    action: 'canned-reply-changed',
    about: { kind: 'canned-reply', id: reply._id, name: reply.name },
    origin,
    changes,
  })
