import type { FileView } from '../../../../core/attachments/attached-file.ts'
import { type FieldProblem, problem } from '../http/problem.ts'

/** @property cancel ends it; nothing is stored then, and `done` stays pending */
export type RunningUpload = { done: Promise<FileView>; cancel: () => void }

/**
 * Sends a file to the desk. `fetch` doesn't tell how much of a body is sent, so this uses XMLHttpRequest.
 * @param onProgress gets the share that is sent, from 0 to 1
 */
export function upload(file: File, onProgress: (share: number) => void): RunningUpload {
  const request = new XMLHttpRequest()
  const done = new Promise<FileView>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onerror = () => reject(problem(0, 'The desk can’t be reached.'))
    request.onload = () =>
      request.status === 201 ? resolve(request.response.file) : reject(problemOf(request))
  })
  request.open('POST', `/api/files?name=${encodeURIComponent(file.name)}`)
  request.responseType = 'json'
  request.setRequestHeader('content-type', 'application/octet-stream')
  request.setRequestHeader('x-deskbridge-console', '1')
  request.send(file)
  return { done, cancel: () => request.abort() }
}

function problemOf({ response, status }: XMLHttpRequest) {
  const { detail, errors } = (response ?? {}) as { detail?: string; errors?: FieldProblem[] }
  return problem(status, detail ?? `The desk answered with status ${status}.`, { fields: errors })
}
