import { type LoaderFunctionArgs, redirect } from 'react-router'
import type { Role } from '../../../core/users/user.ts'
import type { UserView } from '../shared/http/answers.ts'
import { noteSignedIn } from '../shared/session/log-in-reason.ts'
import { logInPath, returnPath } from '../shared/session/return-path.ts'
import { seesAllTickets } from '../shared/session/sees-all-tickets.ts'
import { readSession } from '../shared/session/session.ts'

type Arguments = Pick<LoaderFunctionArgs, 'request'>

/** Lets signed-in people through; sends others to the log-in page, which leads back here. */
export async function requireSignedIn({ request }: Arguments): Promise<{ user: UserView }> {
  const session = await readSession()
  if (!session) throw redirect(logInPath(request.url))
  if (session.needsSetUp) throw redirect(setUpPath)
  noteSignedIn()
  return { user: session.user }
}

/** Where staff have to set up two-step sign-in on a desk that requires it. */
export const setUpPath = '/two-step'

/** Lets through only who has to set up two-step sign-in. */
export async function requireSetUp({ request }: Arguments) {
  const session = await readSession()
  if (!session) throw redirect(logInPath(request.url))
  if (!session.needsSetUp) throw redirect('/')
  return null
}

/** Lets these roles through and sends others to their own tickets. The API enforces roles by itself. */
export const requireRole =
  (...roles: Role[]) =>
  async (args: Arguments) => {
    const { user } = await requireSignedIn(args)
    if (!roles.includes(user.role)) throw redirect('/tickets')
    return null
  }

/** Lets those through who see every ticket. */
export async function requireAllTickets(args: Arguments) {
  const { user } = await requireSignedIn(args)
  if (!seesAllTickets(user)) throw redirect('/tickets')
  return null
}

/** Keeps people who are signed in away from log-in and sign-up. */
export async function requireGuest({ request }: Arguments) {
  const { searchParams, origin } = new URL(request.url)
  if (await readSession()) throw redirect(returnPath(searchParams.get('from'), origin))
  return null
}

/** The start page: the queue for moderators and admins, their own tickets for others. */
export async function redirectHome(args: Arguments) {
  const { user } = await requireSignedIn(args)
  return redirect(user.role === 'user' ? '/tickets' : '/queue')
}
