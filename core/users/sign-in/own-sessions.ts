import { z } from 'zod'
import type { Origin } from '../../audit/audit-entry.ts'
import { aboutUser, recordAuditEvent } from '../../audit/record-audit-event.ts'
import type { Desk } from '../../desk.ts'
import { notFound } from '../../errors.ts'
import type { Actor } from '../user.ts'
import { endSessionsOf } from './end-session.ts'
import type { Session } from './session-model.ts'

const maxShown = 100

export const deviceSchema = z.object({
  id: z.string(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().describe('to the minute'),
  agent: z.string().nullable().describe('the User-Agent of the client'),
  current: z.boolean().describe('the device of this request'),
})

const deviceOf = ({ _id, createdAt, lastUsedAt, agent }: Session, current: string) => ({
  id: _id,
  createdAt: createdAt.toISOString(),
  lastUsedAt: (lastUsedAt ?? createdAt).toISOString(),
  agent: agent ?? null,
  current: _id === current,
})

/** Lists the devices where a person is signed in, newest first, at most 100. @param current the session that asks */
export async function listDevices(desk: Pick<Desk, 'sessions' | 'now'>, actor: Actor, current: string) {
  const sessions = await desk.sessions.listOf(actor._id, desk.now(), maxShown)
  return sessions.map((session) => deviceOf(session, current))
}

/** Signs out one of one's own devices. @throws not-found when it does not exist or belongs to someone else */
export async function signOutDevice(desk: Desk, actor: Actor, session: string, origin: Origin) {
  if (!(await desk.sessions.endOf(actor._id, session))) throw notFound('session')
  desk.sessionCache.forget()
  await recordAuditEvent(desk, {
    actor,
    action: 'sessions-ended',
    about: aboutUser(actor),
    origin,
    note: 'one',
  })
}

/** Signs out all of one's devices. @param keep the session that stays, if any */
export async function signOutAll(desk: Desk, actor: Actor, keep: string | null, origin: Origin) {
  await endSessionsOf(desk, actor._id, keep)
  const note = keep ? 'all others' : 'all'
  await recordAuditEvent(desk, { actor, action: 'sessions-ended', about: aboutUser(actor), origin, note })
}
