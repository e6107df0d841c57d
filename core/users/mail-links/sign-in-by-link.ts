import type { Origin } from '../../audit/audit-entry.ts'
import { aboutUser } from '../../audit/record-audit-event.ts'
import type { Desk } from '../../desk.ts'
import { auditEffect, writeAuditNow } from '../../outbox/audit.ts'
import { changeUser } from '../change-user.ts'
import { finishSignIn, type SignInResult } from '../sign-in/finish-sign-in.ts'
import type { Link } from '../sign-in/session-model.ts'
import { emailKeyOf, type User } from '../user.ts'
import type { UserChange } from '../user-store.ts'
import { invalidLink } from './find-link.ts'

/**
 * Uses up a link that signs a person in. Using a mailed one ends their other mailed ones. It also confirms the address,
 * since it was read in that mailbox. A second factor is still needed.
 * @param name for an address that is confirmed by this: the one at sign-up may be somebody else's choice
 * @throws invalid when the link was used meanwhile; unauthenticated when the account changed meanwhile
 */
export async function signInByLink(
  desk: Desk,
  origin: Origin,
  { token, name }: { token: string; name?: string | undefined },
): Promise<SignInResult> {
  const link = await desk.links.redeem(token, ['sign-in', 'slack-sign-in'])
  if (!link?.user) throw invalidLink()
  const user = await changeUser(desk, link.user, (user) => followed(user, link, origin, name))
  await writeAuditNow(desk, user)
  if (link.purpose === 'sign-in') await desk.links.removeAll('sign-in', user._id)
  if (user.email) await forgetAttempts(desk, user.email)
  return finishSignIn(desk, user, origin, null)
}

function followed(user: User, { purpose }: Link, origin: Origin, name = user.name): UserChange {
  if (!user.active) throw invalidLink()
  const confirms = purpose === 'sign-in' && !user.emailVerified
  const actor = confirms ? { ...user, name } : user
  return {
    set: confirms ? { emailVerified: true, pending: [], passwordHash: null, name } : {},
    effects: [
      auditEffect({ actor, action: 'link-followed', about: aboutUser(actor), origin, note: purpose }),
    ],
  }
}

async function forgetAttempts({ attempts }: Desk, email: string) {
  const account = emailKeyOf(email)
  await attempts.succeeded({ account })
  await attempts.succeeded({ purpose: 'sign-in-link', account })
}
