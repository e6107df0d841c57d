import { Readable } from 'node:stream'
import { Busboy, type BusboyHeaders } from '@fastify/busboy'
import type { Request } from 'express'
import { invalid, tooLarge } from '../core/errors.ts'

type Source = AsyncIterable<Uint8Array>

/** What providers call the whole mail in their forms: SendGrid `email`, Mailgun `body-mime`. */
const fieldNames: ReadonlySet<string> = new Set(['email', 'body-mime', 'raw', 'message'])

const isForm = ({ headers }: Request) => /^multipart\/form-data\b/i.test(headers['content-type'] ?? '')

/**
 * Passes the mail of a request to `receive`: the body itself, or a field of a form (multipart/form-data). What is left
 * unread is read to its end, so that the provider hears the answer.
 * @throws invalid for a form without a mail; too-large; what `receive` throws
 */
export async function readPostedMail<T>(
  request: Request,
  maxBytes: number,
  receive: (source: Source) => Promise<T>,
): Promise<T> {
  try {
    return await receive(
      isForm(request) ? await mailIn(request, maxBytes) : request.iterator({ destroyOnReturn: false }),
    )
  } finally {
    request.resume()
  }
}

/** The bytes as they were sent, whatever character set the mail has. */
const charset = 'latin1'

function mailIn(request: Request, maxBytes: number): Promise<Source> {
  const form = formOf(request, maxBytes)
  return new Promise((done, failed) => {
    let mail: Buffer | undefined
    form.on('field', (name, value, _nameCut, isCut) => {
      if (!fieldNames.has(name)) return
      if (isCut) failed(tooLarge('The mail is too large.'))
      mail ??= Buffer.from(value, charset)
    })
    form.on('file', (_name, file) => file.resume())
    form.on('error', () => failed(invalid('email', 'The form can’t be read.')))
    form.on('finish', () =>
      mail
        ? done(Readable.from([mail]))
        : failed(invalid('email', 'The form has no mail in the field email.')),
    )
    request.once('close', () => request.complete || failed(invalid('email', 'The request was cut off.')))
    request.pipe(form)
  })
}

/** @throws invalid without a boundary */
function formOf({ headers }: Request, maxBytes: number) {
  const limits = { fieldSize: maxBytes, fields: 50, files: 0, parts: 60, headerPairs: 20 }
  try {
    return new Busboy({ headers: headers as BusboyHeaders, limits, defCharset: charset })
  } catch {
    throw invalid('email', 'The form can’t be read.')
  }
}
