import { type Request, type RequestHandler, Router } from 'express'
import { z } from 'zod'
import { checkInput } from '../../core/check-input.ts'
import { forbidden, notFound } from '../../core/errors.ts'
import { callerOf } from '../authenticate.ts'
import { largestPage } from '../pages.ts'

export type MailboxMessage = { id: string; from: string; to: string[]; subject: string; date: Date }

/** The local mailbox that stands in for a mail server. */
export type Mailbox = {
  list: (page: { limit: number }) => Promise<MailboxMessage[]>
  read: (id: string) => Promise<(MailboxMessage & { text: string; html?: string | undefined }) | undefined>
}

const listQuery = z.strictObject({ limit: z.coerce.number().int().min(1).max(largestPage).default(50) })

const headOf = ({ id, from, to, subject, date }: MailboxMessage) => ({
  id,
  from,
  to: to.join(', '),
  subject,
  date: date.toISOString(),
})

function demandAdmin(request: Request) {
  if (callerOf(request).user.role !== 'admin') throw forbidden('Only admins read the mailbox.')
}

/** Where mail is kept on this machine instead of being sent, admins can read it here. */
export function mailboxRoutes(mailbox: Mailbox, signedIn: RequestHandler) {
  const routes = Router()
  routes.use(signedIn)

  routes.get('/', async (request, response) => {
    demandAdmin(request)
    const { limit } = checkInput(listQuery, request.query)
    const messages = await mailbox.list({ limit })
    response.json({
      messages: messages.map(({ id, from, to, subject, date }) => ({ id, from, to, subject, date })),
    })
  })

  routes.get('/:id', async (request, response) => {
    demandAdmin(request)
    const message = await mailbox.read(String(request.params.id))
    if (!message) throw notFound('message')
    response.json({ message: { ...headOf(message), text: message.text, html: message.html ?? null } })
  })

  return routes
}
