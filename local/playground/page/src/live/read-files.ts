/** As the protocol takes files: base64, at most 5 MB each. */
export type SentFile = { name: string; type: string; data: string }

export const maxFileBytes = 5_000_000

export const readFiles = (files: File[]): Promise<SentFile[]> => Promise.all(files.map(readFile))

async function readFile(file: File): Promise<SentFile> {
  if (file.size > maxFileBytes) throw new Error(`${file.name} is larger than 5 MB.`)
  return { name: file.name, type: file.type, data: base64(new Uint8Array(await file.arrayBuffer())) }
}

const chunk = 0x8000

function base64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += chunk)
    binary += String.fromCharCode(...bytes.subarray(at, at + chunk))
  return btoa(binary)
}
