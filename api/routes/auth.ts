import { type RequestHandler, type Response, Router } from 'express'
import { z } from 'zod'
import { checkInput } from '../../core/check-input.ts'
import type { Desk } from '../../core/desk.ts'
import { endSession } from '../../core/users/end-session.ts'
import { createDiscordCode } from '../../core/users/link-discord.ts'
import { listUsers } from '../../core/users/list-users.ts'
import { logIn, logInSchema } from '../../core/users/log-in.ts'
import { inspectLink, redeemLink, redeemSchema } from '../../core/users/redeem-link.ts'
import { signUp, signUpSchema } from '../../core/users/sign-up.ts'
import type { SignedIn } from '../../core/users/start-session.ts'
import { updateUser, updateUserSchema } from '../../core/users/update-user.ts'
import { userViewOf } from '../../core/users/user-view.ts'
import { callerOf } from '../authenticate.ts'
import { pageOf, pageQuery } from '../pages.ts'
import { clearSessionCookie, setSessionCookie } from '../session-cookie.ts'

const linkSchema = z.strictObject({ token: z.string().min(1).max(100) })
const usersQuery = z.strictObject(pageQuery)

export function authRoutes(desk: Desk, signedIn: RequestHandler, secureCookies: boolean) {
  const routes = Router()

  const welcome = (response: Response, { user, token, expiresAt }: SignedIn) => {
    setSessionCookie(response, token, expiresAt, secureCookies)
    response.json({ user: userViewOf(user), token, expiresAt: expiresAt.toISOString() })
  }

  routes.post('/signup', async (request, response) => {
    await signUp(desk, request.ip ?? '', checkInput(signUpSchema, request.body))
    response.status(202).json({ message: 'Look into your mailbox: we have sent you a link to go on.' })
  })

  routes.post('/login', async (request, response) => {
    welcome(response, await logIn(desk, request.ip ?? '', checkInput(logInSchema, request.body)))
  })

  routes.post('/link', async (request, response) => {
    response.json(await inspectLink(desk, checkInput(linkSchema, request.body).token))
  })

  routes.post('/redeem', async (request, response) => {
    welcome(response, await redeemLink(desk, checkInput(redeemSchema, request.body)))
  })

  routes.post('/logout', signedIn, async (request, response) => {
    await endSession(desk, callerOf(request).session)
    clearSessionCookie(response, secureCookies).status(204).end()
  })

  routes.get('/me', signedIn, (request, response) => {
    response.json({ user: userViewOf(callerOf(request).user) })
  })

  routes.post('/discord-code', signedIn, async (request, response) => {
    const code = await createDiscordCode(desk, callerOf(request).user)
    response.json({ code, expiresInSeconds: 600 })
  })

  routes.get('/users', signedIn, async (request, response) => {
    const { after, limit } = checkInput(usersQuery, request.query)
    const found = await listUsers(desk, callerOf(request).user, { after, limit: limit + 1 })
    const { rows, next } = pageOf(found, limit)
    response.json({ users: rows.map(userViewOf), next })
  })

  routes.post('/update-user', signedIn, async (request, response) => {
    const changed = await updateUser(desk, callerOf(request).user, checkInput(updateUserSchema, request.body))
    response.json({ user: userViewOf(changed) })
  })

  return routes
}
