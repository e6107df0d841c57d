import mongoose from 'mongoose'
import type { Configuration } from '../../core/configuration/configuration.ts'
import { openConnection } from '../../core/inbound-mail/imap/open-connection.ts'
import { createMailer } from '../../core/notifications/mail/mailer.ts'
import { failed, type Outcome, passed, skipped } from './outcome.ts'

const deadlineMs = 8_000

/** Greets the database without creating anything in it. */
export async function checkDatabase({ mongodbUri }: Configuration): Promise<Outcome> {
  if (!mongodbUri) return skipped('the desk starts one on this machine')
  const options = { serverSelectionTimeoutMS: deadlineMs, autoIndex: false, autoCreate: false }
  const connection = mongoose.createConnection(mongodbUri, options)
  try {
    await connection.asPromise()
    await connection.db?.command({ ping: 1 }, { timeoutMS: deadlineMs })
    return passed('answers')
  } catch (error) {
    return failed((error as Error).message, 'Start it, or correct MONGODB_URI')
  } finally {
    await connection.close()
  }
}

/** https://api-docs.inngest.com: lists one event, which needs the signing key. */
export async function checkInngest({ inngest }: Configuration): Promise<Outcome> {
  if (!inngest) return skipped('the desk starts one on this machine')
  const url = new URL('/v1/events?limit=1', inngest.baseUrl ?? 'https://api.inngest.com')
  const answer = await fetch(url, {
    headers: { authorization: `Bearer ${inngest.signingKey}` },
    signal: AbortSignal.timeout(deadlineMs),
  }).catch((error: Error) => error)
  if (answer instanceof Error)
    return failed(`does not answer (${answer.message})`, 'Start it, or correct INNGEST_BASE_URL')
  if (answer.status === 401 || answer.status === 403)
    return failed(`rejects the signing key (${answer.status})`, 'Correct INNGEST_SIGNING_KEY')
  return passed('answers')
}

export async function checkMail({ mail, mailFrom }: Configuration): Promise<Outcome> {
  if (!mail) return skipped('the desk keeps mails in a mailbox on this machine')
  const mailer = createMailer({ ...mail, from: mailFrom })
  try {
    await mailer.verify()
    return passed(`${mail.host} accepts mail`)
  } catch (error) {
    return failed((error as Error).message, 'Correct the variables MAILTRAP_SMTP_…')
  } finally {
    mailer.close()
  }
}

export async function checkInboundMail({ inboundMail, mail }: Configuration): Promise<Outcome> {
  if (!inboundMail || (!mail && !inboundMail.imap))
    return skipped('not configured: mails say that nobody reads answers')
  if (!inboundMail.imap) return passed(`by webhook, for ${inboundMail.address}`)
  try {
    const connection = await openConnection(inboundMail.imap)
    connection.close()
    return passed(`reads the mailbox of ${inboundMail.address}`)
  } catch (error) {
    return failed((error as Error).message, 'Correct IMAP_URL')
  }
}

/** https://ai.google.dev/api/models#method:-models.get */
export async function checkGemini({ gemini }: Configuration): Promise<Outcome> {
  if (!gemini) return skipped('not configured: the local engine triages')
  const answer = await fetch(new URL(`models/${encodeURIComponent(gemini.model)}`, gemini.baseUrl), {
    headers: { 'x-goog-api-key': gemini.apiKey },
    signal: AbortSignal.timeout(deadlineMs),
  }).catch((error: Error) => error)
  if (answer instanceof Error)
    return failed(`does not answer (${answer.message})`, 'The local engine triages meanwhile')
  if (answer.status === 404) return failed(`has no model ${gemini.model}`, 'Correct GEMINI_MODEL')
  if (!answer.ok) return failed(`rejects the key (${answer.status})`, 'Correct GEMINI_API_KEY')
  return passed(gemini.model)
}
