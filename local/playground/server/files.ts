import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { z } from 'zod'
import type { fileSchema } from '../slack-calls.ts'

export type GivenFile = z.output<typeof fileSchema>

/** `url` is a path on the playground's own origin. */
export type StoredFile = { id: string; name: string; type: string; size: number; url: string }

export type Files = ReturnType<typeof createFiles>

/** Types that a browser may show. Everything else is only to be saved. */
export const isDisplayable = (type: string) => /^image\/(png|jpeg|gif|webp)$/.test(type)

/** The contents of files that people send, in a folder. */
export function createFiles(folder: string) {
  async function write(type: string, content: Buffer) {
    const id = crypto.randomUUID()
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(path.join(folder, id), content, { mode: 0o600 })
    return { id, url: `/files/${id}?type=${encodeURIComponent(type)}` }
  }

  return {
    write,

    async keep({ name, type, data }: GivenFile): Promise<StoredFile> {
      const content = Buffer.from(data, 'base64')
      return { ...(await write(type, content)), name, type, size: content.length }
    },

    /** @returns undefined for an unknown id */
    async read(id: string, type: string): Promise<{ content: Buffer; type: string } | undefined> {
      if (!/^[0-9a-f-]{36}$/.test(id)) return undefined
      const content = await readFile(path.join(folder, id)).catch(() => undefined)
      return content && { content, type: isDisplayable(type) ? type : 'application/octet-stream' }
    },
  }
}
