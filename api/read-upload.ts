import { Busboy, type BusboyHeaders } from '@fastify/busboy'
import type { Request } from 'express'
import { invalid } from '../core/errors.ts'

type Store<T> = (source: AsyncIterable<Uint8Array>, name: string) => Promise<T>

const isForm = ({ headers }: Request) => /^multipart\/form-data\b/i.test(headers['content-type'] ?? '')

/**
 * Streams the file of a request into `store`: the body itself, or the one file of a form (multipart/form-data). What
 * `store` leaves unread is read to its end, so that the client hears the answer.
 * @param name the file's name if the body doesn't tell it
 * @throws invalid for a form without a file, with two, or that is cut off; what `store` throws
 */
export async function readUpload<T>(request: Request, name: string, store: Store<T>): Promise<T> {
  try {
    return await (isForm(request)
      ? readForm(request, name, store)
      : store(request.iterator({ destroyOnReturn: false }), name))
  } finally {
    request.resume()
  }
}

const limits = { files: 1, fields: 10, fieldSize: 1_000, parts: 11, headerPairs: 20 }

function readForm<T>(request: Request, name: string, store: Store<T>): Promise<T> {
  const form = formOf(request)
  return new Promise((done, failed) => {
    let stored: Promise<T> | undefined
    let cutOff = () => {}
    let excess = false
    /** Answers once nothing is stored any more. */
    const fail = (error: unknown) => {
      request.unpipe(form)
      void Promise.allSettled([stored]).then(() => failed(error))
    }
    form.on('file', (_field, file, filename) => {
      cutOff = () => file.destroy(invalid('file', 'The upload was cut off.'))
      // The form may end early while nobody reads yet.
      file.on('error', cutOff)
      stored = store(file, filename || name)
      stored.catch(fail)
    })
    form.on('filesLimit', () => {
      excess = true
    })
    form.on('error', () => {
      cutOff()
      fail(invalid('file', 'The form can’t be read.'))
    })
    form.on('finish', () => {
      if (!stored || excess)
        fail(invalid('file', stored ? 'Send one file at a time.' : 'The form has no file.'))
      else stored.then(done, fail)
    })
    request.once('close', () => request.complete || cutOff())
    request.pipe(form)
  })
}

/** @throws invalid without a boundary */
function formOf({ headers }: Request) {
  try {
    return new Busboy({ headers: headers as BusboyHeaders, limits })
  } catch {
    throw invalid('file', 'The form can’t be read.')
  }
}
