import { deliverOnce } from '../notifications/deliver-once.ts'
import { composeMail } from '../notifications/mail.ts'
import { accountNotice, type Notice } from '../notifications/notice.ts'
import { ticketNoticeFor } from '../notifications/ticket-notice-for.ts'
import type { Owed } from '../outbox/owed.ts'
import type { User } from '../users/user.ts'
import { clearLane } from './clear-lane.ts'
import type { Worker } from './worker.ts'

/** Sends the mails that a ticket owes. */
export const mailAboutTicket = (worker: Worker, id: string) =>
  clearLane(worker.desk.tickets, id, 'mail', async (owed) => {
    const ticket = await worker.desk.tickets.find(id)
    const person = owed.to ? await worker.desk.users.find(owed.to) : null
    if (!ticket || !person) return undefined
    const notice = await ticketNoticeFor(worker.desk, { person, owed, ticket, appUrl: worker.appUrl })
    if (notice) await mail(worker, owed, person, `ticket.${id}`, async () => notice)
    return undefined
  })

/** Sends the mails that an account owes. A link's secret is made as its mail is: it is stored nowhere. */
export const mailAboutAccount = (worker: Worker, id: string) =>
  clearLane(worker.desk.users, id, 'mail', async (owed) => {
    const person = await worker.desk.users.find(id)
    if (!person || !owed.about) return undefined
    await mail(worker, owed, person, undefined, async () =>
      accountNotice(owed.about as Parameters<typeof accountNotice>[0], {
        name: person.name,
        appUrl: worker.appUrl,
        token: await tokenFor(worker, owed, person),
      }),
    )
    return undefined
  })

const tokenFor = ({ desk }: Worker, { about, pending }: Owed, person: User) => {
  if (about === 'address-known') return Promise.resolve('')
  if (about === 'reset-password') return desk.links.create('reset', { user: person._id })
  return about === 'confirm-address'
    ? desk.links.create('confirm', { user: person._id, ...(pending ? { pending } : {}) })
    : desk.links.create('invite', { user: person._id })
}

async function mail(
  worker: Worker,
  owed: Owed,
  person: User,
  thread: string | undefined,
  compose: () => Promise<Notice>,
) {
  const { email, name } = person
  if (!email || !person.active) return
  const domain = new URL(worker.appUrl).hostname
  await deliverOnce(
    { deliveries: worker.deliveries, now: worker.desk.now },
    { _id: owed.id, channel: 'mail', about: owed.about ?? 'mail', to: person._id },
    async ({ key }) =>
      worker.mailer.send(composeMail(await compose(), { email, name }, { key, thread, domain })),
  )
}
