import { expect, test } from 'vitest'
import { automaticMailReason } from '../../../core/inbound-mail/automatic-mail.ts'

const own = { address: 'support@example.com', host: 'desk.example' }
const reasonOf = (
  fields: Record<string, string>,
  {
    from = 'ann@example.com',
    messageId = '<1@mail.example>',
  }: { from?: string | null; messageId?: string | null } = {},
) =>
  automaticMailReason(
    { from, messageId, fields: new Map(Object.entries(fields).map(([name, value]) => [name, [value]])) },
    own,
  )

test.each<[string, Record<string, string>]>([
  ['an out-of-office reply', { 'auto-submitted': 'auto-replied' }],
  ['one with parameters', { 'auto-submitted': 'auto-replied; owner-email="x@y.example"' }],
  ['a generated mail', { 'auto-submitted': 'Auto-Generated (by cron)' }],
  ['an old vacation program', { precedence: 'bulk' }],
  ['junk', { precedence: 'JUNK' }],
  ['a list of old', { precedence: 'list' }],
  ['Exchange', { 'x-auto-response-suppress': 'All' }],
  ['Exchange, out of office', { 'x-auto-response-suppress': 'DR, OOF, AutoReply' }],
  ['an autoresponder', { 'x-autoreply': 'yes' }],
  ['a mailing list', { 'list-id': '<news.example.com>' }],
  ['a bounce', { 'return-path': '<>' }],
  ['a bounce with a space', { 'return-path': '< >' }],
  ['a delivery report', { 'content-type': 'multipart/report; report-type=delivery-status; boundary=x' }],
  ['a read receipt', { 'content-type': 'multipart/report; report-type=disposition-notification' }],
])('%s is automatic', (_what, fields) => expect(reasonOf(fields)).not.toBeNull())

test.each<[string, Parameters<typeof reasonOf>[1]]>([
  ['the desk’s own mail', { messageId: '<a1.3.0@desk.example>' }],
  ['mail from the desk’s own address', { from: 'Support@example.com' }],
  ['a mail server', { from: 'MAILER-DAEMON@mx.example.com' }],
])('%s is automatic', (_what, head) => expect(reasonOf({}, head)).not.toBeNull())

test.each<[string, Record<string, string>]>([
  ['a plain mail', {}],
  ['one that says so', { 'auto-submitted': 'no' }],
  ['an urgent one', { precedence: 'first-class' }],
  ['one with delivery reports off', { 'x-auto-response-suppress': 'DR, RN' }],
  ['one with an envelope sender', { 'return-path': '<ann@example.com>' }],
  ['a forwarded report', { 'content-type': 'multipart/mixed; boundary=report' }],
])('%s is a person’s', (_what, fields) => expect(reasonOf(fields)).toBeNull())
