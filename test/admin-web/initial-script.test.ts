import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { Manifest } from '../../start/page-preloads.ts'

const dist = join(import.meta.dirname, '../../admin-web/dist')
const maxBytes = 110_000

/** The page's script, and what it loads after the first paint, with all that they import before anything runs. */
async function initialScripts() {
  const manifest = JSON.parse(await readFile(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest
  const first = Object.values(manifest).filter(({ name }) => ['index', 'react', 'main'].includes(name ?? ''))
  const files = new Set(first.map(({ file }) => file))
  for (const file of files)
    for (const [, imported] of (await readFile(join(dist, file), 'utf8')).matchAll(
      /(?:^|[;}])import(?:[^"'();]*?from)?"\.\/([^"]+)"/g,
    ))
      files.add(`assets/${imported}`)
  return [...files]
}

test('the initial script is at most 110 kB when gzipped', async () => {
  const files = await initialScripts()
  expect(files.length).toBeGreaterThan(2)
  const sizes = await Promise.all(
    files.map(async (file) => gzipSync(await readFile(join(dist, file))).length),
  )
  const total = sizes.reduce((sum, size) => sum + size, 0)
  console.log(`initial script: ${(total / 1000).toFixed(1)} kB gzipped in ${files.length} files`)
  expect(total).toBeGreaterThan(50_000)
  expect(total).toBeLessThanOrEqual(maxBytes)
})

test('the page loads nothing from elsewhere', async () => {
  const html = await readFile(join(dist, 'index.html'), 'utf8')
  expect(html.match(/(?:src|href)="(?!\/)/g)).toBeNull()
  expect(html).not.toMatch(/<script(?![^>]*src=)/)
})
