import type { Origin } from '../../audit/audit-entry.ts'
import { recordAuditEvent } from '../../audit/record-audit-event.ts'
import type { Desk } from '../../desk.ts'
import { finishSignIn, type SignInResult, startCheckedSession } from '../sign-in/finish-sign-in.ts'
import { readSealedBegin } from './begin.ts'
import { findAccount } from './find-account.ts'
import { findSlackAccount } from './find-slack-account.ts'
import { OpenIdRefusal } from './problem.ts'
import type { Provider } from './provider.ts'

/**
 * Signs in whoever comes back from a provider. The desk asks for its own second factor, unless the provider says that it
 * has asked for several.
 * @param kept what the browser has kept since `beginOpenId` @param query what the provider gave it
 * @throws OpenIdRefusal
 */
export async function finishOpenId(
  desk: Desk,
  provider: Provider,
  { kept, query }: { kept: string; query: string },
  origin: Origin,
): Promise<{ result: SignInResult; next: string }> {
  try {
    const begun = readSealedBegin(desk, provider, kept, query)
    const identity = await provider.identify(query, begun)
    const user = provider.slackTeam
      ? await findSlackAccount(desk, identity, await provider.slackTeam().catch(unreachable))
      : await findAccount(desk, provider, identity, origin)
    const finish = identity.hasSecondFactor ? startCheckedSession : finishSignIn
    return { result: await finish(desk, user, origin), next: begun.next }
  } catch (error) {
    if (error instanceof OpenIdRefusal) await recordRefusal(desk, provider, error, origin)
    throw error
  }
}

function unreachable(): never {
  throw new OpenIdRefusal('unreachable', 'Slack did not say which workspace the bot belongs to.')
}

async function recordRefusal(
  desk: Desk,
  { id }: Provider,
  { problem, message }: OpenIdRefusal,
  origin: Origin,
) {
  desk.log.info({ provider: id, problem, reason: message }, 'Nobody was signed in by a provider')
  if (problem === 'expired' || problem === 'cancelled' || problem === 'unreachable') return
  await recordAuditEvent(desk, {
    actor: null,
    action: 'sign-in-failed',
    about: null,
    origin,
    note: `${id}: ${problem}`,
  })
}
