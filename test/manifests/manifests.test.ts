import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { manifestFiles } from '../../manifests/files.ts'

test.each(manifestFiles())(
  'manifests/$file is what the handlers use (else: npm run manifests)',
  async ({ file, text }) => {
    expect(await readFile(new URL(`../../manifests/${file}`, import.meta.url), 'utf8')).toBe(text)
  },
)
