import { joined, type Sentence, sentence } from '../text/sentence.ts'
import type { AttachedFile } from './attached-file.ts'

/** Which files of a message never arrive, and why. Null: none are known to fail */
export function refusedFiles(files: readonly AttachedFile[] = []): Sentence | null {
  const refused = files.filter(({ state }) => state === 'failed')
  if (refused.length === 0) return null
  return joined(
    refused.map(({ name, reason = '' }) => sentence`“${name}” did not arrive. ${reason}`),
    '\n',
  )
}
