import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, test } from 'vitest'
import { createMailer } from '../../../../core/notifications/mail/mailer.ts'
import { RefusedByProvider, RetryLater, RetryRecipientLater } from '../../../../core/provider-errors.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

const answer = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })
type Stage = 'greeting' | 'MAIL FROM' | 'RCPT TO' | 'DATA'

/** A mail server that says no at a stage, to one address or to all. */
async function mailerAgainst(stage: Stage, code: number, words: string, onlyTo?: string) {
  const isMeant = (to: string) => onlyTo === undefined || to === onlyTo
  const no = answer(code, words)
  const options: SMTPServerOptions = {
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onConnect: (_session, done) => done(stage === 'greeting' ? no : null),
    onMailFrom: (_from, _session, done) => done(stage === 'MAIL FROM' ? no : null),
    onRcptTo: ({ address }, _session, done) => done(stage === 'RCPT TO' && isMeant(address) ? no : null),
    onData: (stream, { envelope }, done) => {
      stream.resume()
      stream.on('end', () => done(stage === 'DATA' && isMeant(envelope.rcptTo[0]?.address ?? '') ? no : null))
    },
  }
  const server = new SMTPServer(options)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.server.address() as { port: number }
  const mailer = createMailer({ host: '127.0.0.1', port, from: 'desk@desk.example' })
  ends.push(
    () => mailer.close(),
    () => new Promise<void>((done) => server.close(() => done())),
  )
  return mailer
}

const mailTo = (address: string) => ({
  ...{ to: { name: '', address }, subject: 'Hi', text: 'Hi', html: '<p>Hi</p>' },
  messageId: '<1@desk.example>',
})
const kindOf = (error: unknown) => (error as Error).constructor

describe('a mail server that says no', () => {
  test.each<[Stage, number, string, unknown]>([
    ['RCPT TO', 550, 'no such mailbox', RefusedByProvider],
    ['RCPT TO', 553, '5.1.3 bad address', RefusedByProvider],
    ['DATA', 554, '5.7.1 rejected as spam', RefusedByProvider],
    ['DATA', 552, '5.2.2 mailbox full', RefusedByProvider],
    ['DATA', 550, 'no', RefusedByProvider],
    ['MAIL FROM', 552, '5.3.4 too big', RefusedByProvider],
    ['RCPT TO', 450, '4.2.0 greylisted', RetryRecipientLater],
    ['RCPT TO', 452, '4.2.2 mailbox full', RetryRecipientLater],
    ['DATA', 451, '4.7.1 try again later', RetryRecipientLater],
    ['DATA', 452, '4.3.1 no space left on the server', RetryLater],
    ['RCPT TO', 421, '4.3.2 shutting down', RetryLater],
    ['DATA', 421, '4.3.2 shutting down', RetryLater],
    ['MAIL FROM', 451, '4.3.0 busy', RetryLater],
    ['MAIL FROM', 530, '5.7.0 authentication required', RetryLater],
    ['greeting', 554, 'no service here', RetryLater],
    ['greeting', 421, 'too many connections', RetryLater],
  ])('at %s with %i %s', async (stage, code, words, expected) => {
    const mailer = await mailerAgainst(stage, code, words)
    const error = await mailer.send(mailTo('ann@example.com')).catch((reason: unknown) => reason)
    expect(kindOf(error)).toBe(expected)
  })

  test('to one address takes mail for another over the same connections', async () => {
    const mailer = await mailerAgainst('DATA', 554, 'no', 'ann@example.com')
    await expect(mailer.send(mailTo('ann@example.com'))).rejects.toBeInstanceOf(RefusedByProvider)
    expect(await mailer.send(mailTo('bob@example.com'))).toMatch(/^250/)
  })
})

test('a server that is not there is tried again later', async () => {
  const mailer = createMailer({ host: '127.0.0.1', port: 1, from: 'desk@desk.example' })
  ends.push(() => mailer.close())
  const error = await mailer.send(mailTo('ann@example.com')).catch((reason: unknown) => reason)
  expect(kindOf(error)).toBe(RetryLater)
})
