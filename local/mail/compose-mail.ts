import { createTransport, type SendMailOptions } from 'nodemailer'

export type Attachment = NonNullable<SendMailOptions['attachments']>[number]

/** A mail of somebody's mail program as it travels (RFC 5322), with a Message-ID of its own. */
export async function composeMail(mail: SendMailOptions): Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const messageId = `<${crypto.randomUUID()}@mail-program.localhost>`
  const { message } = await transport.sendMail({ ...mail, messageId })
  if (!Buffer.isBuffer(message)) throw new Error('The mail was not built in memory')
  return message
}
