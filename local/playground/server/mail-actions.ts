import type { z } from 'zod'
import { type Attachment, composeMail } from '../../mail/compose-mail.ts'
import { replyTo } from '../../mail/mail-reply.ts'
import type { DeskResults, deskCalls } from '../desk-calls.ts'
import type { GivenFile } from './files.ts'
import type { ShownMails } from './shown-mails.ts'
import type { ShownServices } from './shown-services.ts'

type Calls = Pick<typeof deskCalls, `mail.${string}` & keyof typeof deskCalls>
type Actions = {
  [Name in keyof Calls]: (as: string, args: z.output<Calls[Name]>) => Promise<DeskResults[Name]>
}
type Surrounding = Pick<ShownServices, 'mailbox' | 'inboundMail' | 'people'>

/** Reads mails, and sends those of the people to the desk. */
export function mailActions({ mailbox, inboundMail, people }: Surrounding, mails: ShownMails): Actions {
  async function read(id: string) {
    const mail = await mailbox?.read(id)
    if (!mail) throw new Error('This mail is not in the mailbox any more.')
    return mail
  }

  function toDesk() {
    if (!inboundMail) throw new Error('The desk gets no mail here.')
    return inboundMail
  }

  return {
    'mail.read': async (_, { id }) => {
      const mail = await read(id)
      return {
        mail: { ...mail, date: mail.date.toISOString() },
        page: mail.html ? mails.show(mail.html) : null,
      }
    },
    'mail.reply': async (_, { id, text, files }) => {
      const { receive } = toDesk()
      return { outcome: await receive(await replyTo(await read(id), text, attachmentsOf(files))) }
    },
    'mail.write': async (_, { key, subject, text, files }) => {
      const { address, receive } = toDesk()
      const person = people.find((one) => one.key === key && one.email)
      if (!person) throw new Error('Nobody here writes mails under this name.')
      const from = { name: person.name, address: person.email }
      const attachments = attachmentsOf(files)
      return { outcome: await receive(await composeMail({ from, to: address, subject, text, attachments })) }
    },
  }
}

const attachmentsOf = (files: GivenFile[] = []): Attachment[] =>
  files.map(({ name, type, data }) => ({
    filename: name,
    ...(type && { contentType: type }),
    content: Buffer.from(data, 'base64'),
  }))
