import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

const dist = join(import.meta.dirname, '../../admin-web/dist')
const read = (file: string) => readFile(join(dist, file), 'utf8')

/** The scripts that the HTML of a page names, by their text. */
async function scriptsOf(path: string) {
  const preloads = JSON.parse(await read('preloads.json')) as Record<string, { scripts: string[] }>
  const first = [...(await read('index.html')).matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)]
  const files = [...first.map(([, file = '']) => file), ...(preloads[path]?.scripts ?? [])]
  return new Map(await Promise.all(files.map(async (file) => [file, await read(file)] as const)))
}

const kiloBytes = (texts: Iterable<string>) =>
  [...texts].reduce((sum, text) => sum + gzipSync(text).length, 0) / 1_000
const importsIn = (text: string) =>
  [...text.matchAll(/(?:^|[;}])import(?:[^"'();]*?from)?"\.\/([^"]+)"/g)].map(([, file]) => `assets/${file}`)

test.each([
  ['/login', 8, 140],
  ['/queue', 8, 155],
  ['/tickets/:id', 8, 200],
])('%s loads at most %d scripts of together %d kB, gzipped', async (path, most, size) => {
  const scripts = await scriptsOf(path)
  const total = kiloBytes(scripts.values())
  console.log(`${path}: ${scripts.size} scripts, ${total.toFixed(1)} kB gzipped`)
  expect(scripts.size).toBeGreaterThan(2)
  expect(scripts.size).toBeLessThanOrEqual(most)
  expect(total).toBeLessThanOrEqual(size)
})

test.each(['/login', '/queue', '/tickets', '/tickets/:id', '/all'])(
  'the scripts of %s need no other',
  async (path) => {
    const scripts = await scriptsOf(path)
    const needed = [...scripts.values()].flatMap(importsIn)
    expect(needed.length).toBeGreaterThan(0)
    expect(needed.filter((file) => !scripts.has(file))).toEqual([])
  },
)

test.each(['/queue', '/tickets', '/tickets/:id'])(
  '%s shows tickets without zod and without forms',
  async (path) => {
    const text = [...(await scriptsOf(path)).values()].join('')
    expect(text).not.toMatch(/ZodError|safeParse|shouldUnregister/)
  },
)

test('no script imports, over others, itself', async () => {
  const manifest = JSON.parse(await read('.vite/manifest.json')) as Record<string, { imports?: string[] }>
  const reach = (from: string, seen = new Set<string>()): Set<string> => {
    for (const next of manifest[from]?.imports ?? []) if (!seen.has(next)) reach(next, seen.add(next))
    return seen
  }
  expect(Object.keys(manifest).length).toBeGreaterThan(10)
  expect(Object.keys(manifest).filter((key) => reach(key).has(key))).toEqual([])
})
