import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepLastBuilds } from '../../start/keep-last-builds.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskbridge-builds-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** What Vite leaves behind: a page's chunk with its style, a shared chunk, and compressed copies. */
async function build(page: string, shared = 'react-1') {
  const files = [`${page}.js`, `${page}.css`, `${page}.js.br`, `${page}.js.gz`, `${shared}.js`]
  await mkdir(join(folder, 'assets'), { recursive: true })
  await mkdir(join(folder, '.vite'), { recursive: true })
  for (const file of files) await writeFile(join(folder, 'assets', file), '')
  await writeFile(
    join(folder, '.vite/manifest.json'),
    JSON.stringify({
      'src/page.tsx': { file: `assets/${page}.js`, css: [`assets/${page}.css`], isDynamicEntry: true },
      '_react.js': { file: `assets/${shared}.js` },
    }),
  )
  await keepLastBuilds(folder)
  return (await readdir(join(folder, 'assets'))).filter((name) => name.endsWith('.js'))
}

test('the chunks of the last three builds stay, with their compressed copies', async () => {
  await build('queue-a')
  await build('queue-b')
  expect(await build('queue-c')).toEqual(['queue-a.js', 'queue-b.js', 'queue-c.js', 'react-1.js'])
  expect(await build('queue-d')).toEqual(['queue-b.js', 'queue-c.js', 'queue-d.js', 'react-1.js'])
  const all = await readdir(join(folder, 'assets'))
  expect(all.filter((name) => name.startsWith('queue-a'))).toEqual([])
  expect(all).toContain('queue-b.js.br')
  expect(all).toContain('queue-b.css')
})

test('a chunk that the builds share stays as long as one of them needs it', async () => {
  await build('queue-a', 'react-1')
  await build('queue-b', 'react-2')
  await build('queue-c', 'react-2')
  expect(await build('queue-d', 'react-2')).not.toContain('react-1.js')
  expect(await build('queue-e', 'react-2')).toContain('react-2.js')
})

test('without a readable record, what is there counts as one build', async () => {
  await build('queue-a')
  await writeFile(join(folder, '.builds.json'), '[["queue-a')
  expect(await build('queue-b')).toEqual(['queue-a.js', 'queue-b.js', 'react-1.js'])
  await build('queue-c')
  await build('queue-d')
  expect(await build('queue-e')).toEqual(['queue-c.js', 'queue-d.js', 'queue-e.js', 'react-1.js'])
})
