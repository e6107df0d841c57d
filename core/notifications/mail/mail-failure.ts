import { RefusedByProvider, RetryLater, RetryRecipientLater } from '../../provider-errors.ts'

/**
 * What nodemailer says of a failure.
 * @property code EENVELOPE or EMESSAGE: the server answered about this mail @property permanent of the answer: 5yz
 * @property command the one that was answered, e.g. "RCPT TO"
 */
export type SmtpError = Error & {
  code?: string
  command?: string
  response?: string
  responseCode?: number
  permanent?: boolean
}

const retryMs = 3_000
/** The server closes the connection (RFC 5321, 3.8). */
const closing = 421
/** A log-in is missing or wrong (RFC 4954, 6). Somebody will correct the password, so no mail is lost by it. */
const needsLogIn: ReadonlySet<number> = new Set([530, 534, 535, 538])

/**
 * Decides what a failure means. A permanent answer about a mail is final, whichever command got it: a mailbox may be
 * refused after DATA, for its size or content. A temporary answer to RCPT TO or DATA concerns this recipient only.
 * Everything else concerns the server: it may be down, busy, or refuse the desk.
 */
export function mailFailure(error: SmtpError): RefusedByProvider | RetryLater {
  const isAboutMail = error.code === 'EENVELOPE' || error.code === 'EMESSAGE'
  if (!isAboutMail || needsLogIn.has(error.responseCode ?? 0)) return retry(error)
  if (error.permanent ?? isUnsendable(error)) return new RefusedByProvider(error.message)
  return isAboutRecipient(error) ? new RetryRecipientLater(`Mail: ${error.message}`, retryMs) : retry(error)
}

const retry = ({ message }: SmtpError) => new RetryLater(`Mail: ${message}`, retryMs)

/**
 * What nodemailer itself refuses to send: a malformed address, or more than the server takes. A wrong sender does not
 * count: an admin can correct it.
 */
const isUnsendable = ({ message }: SmtpError) => !message.startsWith('Invalid sender')

/** Status codes of the form 4.3.x are about the mail system as a whole, such as a full disk (RFC 3463, 3.4). */
const isAboutRecipient = ({ command, response = '', responseCode = 0 }: SmtpError) =>
  (command === 'RCPT TO' || command === 'DATA') &&
  responseCode >= 400 &&
  responseCode < 500 &&
  responseCode !== closing &&
  !/^\d{3}[ -]4\.3\.\d/.test(response)
