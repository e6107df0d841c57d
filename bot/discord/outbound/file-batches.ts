import type { OutgoingFile } from '../../../core/notifications/messengers/sending.ts'

/** What Discord takes of each file without boosts: https://discord.com/developers/docs/reference#uploading-files */
export const maxUpload = 10 * 1_024 * 1_024
const maxFiles = 10

type Sized = Pick<OutgoingFile, 'size'>

/** @property uploaded at most ten files of 10 MB in all @property linked files that are too large for Discord */
export type FileBatch<File extends Sized> = { uploaded: File[]; linked: File[] }

/** The messages in which files are shown, in their order. All links stand in the first one. */
export function batchesOf<File extends Sized>(files: readonly File[]): FileBatch<File>[] {
  const linked = files.filter(({ size }) => size > maxUpload)
  const batches: FileBatch<File>[] = [{ uploaded: [], linked }]
  for (const file of files.filter(({ size }) => size <= maxUpload)) {
    const last = batches.at(-1)?.uploaded ?? []
    const bytes = last.reduce((sum, { size }) => sum + size, 0)
    if (last.length < maxFiles && bytes + file.size <= maxUpload) last.push(file)
    else batches.push({ uploaded: [file], linked: [] })
  }
  return batches.filter(({ uploaded, linked: links }) => uploaded.length + links.length > 0)
}
