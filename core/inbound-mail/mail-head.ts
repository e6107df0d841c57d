import type { AddressObject, EmailAddress, HeaderLines, Headers } from 'mailparser'

/**
 * The head of a mail, as far as the desk decides by it.
 * @property from the address of its one author; null: it names none, or several
 * @property recipients addresses that it went to, with those that mail servers noted
 * @property messageIds those that it answers or refers to, the nearest first, with angle brackets
 * @property fields all header fields by lower-case name, unfolded, the topmost first
 */
export type MailHead = {
  from: string | null
  recipients: string[]
  subject: string
  messageId: string | null
  messageIds: string[]
  fields: ReadonlyMap<string, string[]>
}

const maxRecipients = 200
const maxReferences = 50

/** Reads a head as mailparser gives it. */
export function readHead(headers: Headers, lines: HeaderLines): MailHead {
  const fields = fieldsOf(lines)
  const one = (name: string) => fields.get(name)?.[0] ?? ''
  const authors = addressesIn(headers.get('from'))
  // DMARC does not cover mails with several authors, and mail programs may show any of them: RFC 7489, 6.6.1.
  const isOne = authors.length === 1 && fields.get('from')?.length === 1
  return {
    from: isOne ? (authors[0] ?? null) : null,
    recipients: ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to']
      .flatMap((name) => [...addressesIn(headers.get(name)), ...bareAddressesIn(name, fields)])
      .slice(0, maxRecipients),
    subject: String(headers.get('subject') ?? '').slice(0, 1_000),
    messageId: idsIn(one('message-id'))[0] ?? null,
    messageIds: [...new Set([...idsIn(one('in-reply-to')), ...idsIn(one('references')).toReversed()])].slice(
      0,
      maxReferences,
    ),
    fields,
  }
}

function fieldsOf(lines: HeaderLines): Map<string, string[]> {
  const fields = new Map<string, string[]>()
  for (const { key, line } of lines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n[ \t]*/g, ' ')
      .trim()
    fields.set(key, [...(fields.get(key) ?? []), value])
  }
  return fields
}

const idsIn = (text: string) => text.slice(0, 10_000).match(/<[^<>\s]{1,500}>/g) ?? []

const addressesIn = (header: ReturnType<Headers['get']>): string[] =>
  [header ?? []]
    .flat()
    .flatMap((one) => (isAddressObject(one) ? flat(one.value) : []))
    .flatMap(({ address }) => (address ? [address] : []))

const isAddressObject = (header: unknown): header is AddressObject =>
  typeof header === 'object' && header !== null && 'value' in header && Array.isArray(header.value)

const flat = (addresses: EmailAddress[]): EmailAddress[] =>
  addresses.flatMap((one) => (one.group ? flat(one.group) : [one]))

/** Fields of mail servers that hold one address, which mailparser leaves as text. */
const bareAddressesIn = (name: string, fields: ReadonlyMap<string, string[]>) =>
  name.includes('-')
    ? (fields.get(name) ?? []).map((value) => value.replace(/^<|>$/g, '')).filter((one) => one.includes('@'))
    : []
