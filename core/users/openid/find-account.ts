import type { Origin } from '../../audit/audit-entry.ts'
import { aboutUser } from '../../audit/record-audit-event.ts'
import type { Desk } from '../../desk.ts'
import { isRefusal } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { auditEffect, writeAuditNow } from '../../outbox/audit.ts'
import type { User } from '../user.ts'
import { type AccountDecision, decideAccount } from './decide-account.ts'
import type { Identity } from './identity.ts'
import type { Provider } from './provider.ts'

const maxTries = 3

/**
 * Finds, links or creates the account of somebody whom a provider has identified. Decides again when the account changes
 * or is created by somebody else at the same moment.
 * @throws OpenIdRefusal
 */
export async function findAccount(
  desk: Desk,
  { id, domains }: Pick<Provider, 'id' | 'domains'>,
  identity: Identity,
  origin: Origin,
): Promise<User> {
  for (let tries = 1; ; tries++) {
    const known = {
      byKey: await desk.users.findByOpenId(identity.key),
      byEmail: await desk.users.findPersonByEmail(identity.email),
    }
    const decision = decideAccount(identity, known, { domains, signUp: desk.signUpRule })
    const user = await carryOut(desk, decision, id, origin)
    if (user) return user
    if (tries === maxTries) throw new Error('An account changes again and again.')
  }
}

/** @returns null when the account changed meanwhile */
async function carryOut(desk: Desk, decision: AccountDecision, provider: string, origin: Origin) {
  if (decision.kind === 'enter') return decision.user
  const changed =
    decision.kind === 'link'
      ? await link(desk, decision, provider, origin)
      : await create(desk, decision, provider, origin)
  if (!changed) return null
  desk.relay('users', changed)
  await writeAuditNow(desk, changed)
  return changed
}

function link(
  desk: Desk,
  { user, set }: AccountDecision & { kind: 'link' },
  provider: string,
  origin: Origin,
) {
  const actor = { ...user, ...set }
  const changes = [{ field: 'signInWith', from: null, to: provider }]
  const event = auditEffect({ actor, action: 'account-changed', about: aboutUser(actor), origin, changes })
  return desk.users.apply(user, { set, effects: [event] }, desk.now())
}

async function create(
  desk: Desk,
  { account }: AccountDecision & { kind: 'create' },
  provider: string,
  origin: Origin,
) {
  const actor = { _id: newId(), role: 'user' as const, ...account }
  const changes = [{ field: 'signInWith', from: null, to: provider }]
  const event = auditEffect({ actor, action: 'account-created', about: aboutUser(actor), origin, changes })
  try {
    return (await desk.users.insert({ ...actor, effects: [event] }, desk.now())).user
  } catch (error) {
    if (isRefusal(error)) return null
    throw error
  }
}
