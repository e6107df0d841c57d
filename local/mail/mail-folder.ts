import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser'

export type MailSummary = {
  id: string
  from: string
  to: string[]
  subject: string
  /** when it arrived */
  date: Date
}

export type MailMessage = MailSummary & {
  messageId: string | undefined
  references: string[]
  text: string
  html: string | undefined
  /** by lower-case name, with the values of a repeated header on separate lines */
  headers: Record<string, string>
}

export type MailFolder = {
  add(message: Buffer, recipients: string[]): Promise<string>
  list(limit: number): Promise<MailSummary[]>
  read(id: string): Promise<MailMessage | undefined>
}

const maxMessages = 1000
const maxListed = 100
const headBytes = 64 * 1024
const validId = /^\d{15}-[0-9a-f]{8}$/

/** A folder of .eml files. Their names begin with the time of arrival, so they sort by it. */
export async function openMailFolder(folder: string): Promise<MailFolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const fileOf = (id: string) => path.join(folder, `${id}.eml`)

  const ids = async () =>
    (await readdir(folder))
      .filter((name) => name.endsWith('.eml'))
      .map((name) => name.slice(0, -'.eml'.length))
      .filter((id) => validId.test(id))
      .sort()
      .reverse()

  return {
    add: async (message, recipients) => {
      const id = `${String(Date.now()).padStart(15, '0')}-${randomBytes(4).toString('hex')}`
      // Mail servers add this header on delivery. It is the only trace of a blind copy's recipient.
      const delivered = recipients.map((address) => `Delivered-To: ${address}\r\n`).join('')
      await writeDurably(fileOf(id), Buffer.concat([Buffer.from(delivered), message]))
      for (const old of (await ids()).slice(maxMessages)) await rm(fileOf(old), { force: true })
      return id
    },
    list: async (limit) => {
      const newest = (await ids()).slice(0, Math.min(limit, maxListed))
      return await Promise.all(
        newest.map(async (id) => summary(id, await simpleParser(await readHead(fileOf(id))))),
      )
    },
    read: async (id) => {
      if (!validId.test(id)) return undefined
      const source = await readFile(fileOf(id)).catch(absent)
      return source && message(id, await simpleParser(source))
    },
  }
}

function summary(id: string, mail: ParsedMail): MailSummary {
  return {
    id,
    from: mail.from?.text ?? '',
    to: addresses(mail.to),
    subject: mail.subject ?? '',
    date: new Date(Number(id.slice(0, 15))),
  }
}

function message(id: string, mail: ParsedMail): MailMessage {
  const headers: Record<string, string> = {}
  for (const { key, line } of mail.headerLines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n\s*/g, ' ')
      .trim()
    headers[key] = key in headers ? `${headers[key]}\n${value}` : value
  }
  return {
    ...summary(id, mail),
    messageId: mail.messageId,
    references: [mail.references ?? []].flat(),
    text: mail.text ?? '',
    html: mail.html || undefined,
    headers,
  }
}

function addresses(to: AddressObject | AddressObject[] | undefined): string[] {
  return [to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ''))
}

/** Writes under a temporary name and renames, so an .eml file is complete even after a power cut. */
async function writeDurably(file: string, content: Buffer) {
  const unfinished = `${file}.unfinished`
  const handle = await open(unfinished, 'w', 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(unfinished, file)
}

/** Reads the start of a message, since a list needs only the headers. */
async function readHead(file: string): Promise<Buffer> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
