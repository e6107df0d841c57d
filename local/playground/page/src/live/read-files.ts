import { maxFileBytes, maxFilesBytes } from '../../../file-limits.ts'

/** As the protocol takes files: base64. */
export type SentFile = { name: string; type: string; data: string }

/** @throws when a file, or all together, are more than the playground takes */
export async function readFiles(files: File[]): Promise<SentFile[]> {
  const large = files.find(({ size }) => size > maxFileBytes)
  if (large) throw new Error(`${large.name} is larger than ${inMegabytes(maxFileBytes)}.`)
  if (files.reduce((sum, { size }) => sum + size, 0) > maxFilesBytes)
    throw new Error(`These files are larger than ${inMegabytes(maxFilesBytes)} together.`)
  return Promise.all(files.map(readFile))
}

const inMegabytes = (bytes: number) => `${bytes / 1_000_000} MB`

async function readFile(file: File): Promise<SentFile> {
  return { name: file.name, type: file.type, data: base64(new Uint8Array(await file.arrayBuffer())) }
}

const chunk = 0x8000

function base64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += chunk)
    binary += String.fromCharCode(...bytes.subarray(at, at + chunk))
  return btoa(binary)
}
