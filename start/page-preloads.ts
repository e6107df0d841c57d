import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** What Vite says of a chunk (its `build.manifest`). Keys and `imports` are modules, or chunks that hold several. */
type Chunk = { file: string; name?: string; imports?: string[] }
export type Manifest = Record<string, Chunk>

/** A page of the console, and the module that shows it. */
export type Page = { path: string; module: string }

const everyPage = ['src/react.ts', 'src/main.tsx', 'src/app/providers.tsx']
const signedInPages = 'src/app/shell/shell.tsx'
/** What a page shows at once, but imports late, since other pages rarely need it. */
const soonShown: Record<string, string[]> = { '/tickets/:id': ['src/shared/markdown/markdown.tsx'] }
const guestPages = /^\/(login|signup|forgot|welcome)\b/

/** Finds the pages in the source of the router: `page('/queue', async () => (await import('../queue-page.tsx')).QueuePage)`. */
export const pagesIn = (router: string): Page[] =>
  [...router.matchAll(/\bpage\(\s*'([^']+)'.*?import\('([^']+)'\)/gs)].map(([, of = '', module = '']) => ({
    path: of,
    module: path.posix.join('src/app', module),
  }))

/**
 * The scripts that a page needs beside the first one. Without them, the browser would learn of each only from the one
 * before.
 */
export function scriptsOf({ path: of, module }: Page, manifest: Manifest): string[] {
  const known = chunksFrom('index.html', manifest)
  const modules = [
    ...everyPage,
    ...(guestPages.test(of) ? [] : [signedInPages]),
    module,
    ...(soonShown[of] ?? []),
  ]
  const needed = modules.flatMap((one) => [...chunksFrom(keyOf(one, manifest), manifest)])
  return [...new Set(needed)].filter((file) => !known.has(file))
}

/** A module's key in the manifest. One that is in a chunk with others is found by the chunk's name, which is its own. */
function keyOf(module: string, manifest: Manifest): string {
  const name = path.parse(module).name
  const key = manifest[module] ? module : Object.keys(manifest).find((one) => manifest[one]?.name === name)
  if (!key) throw new Error(`The build has no chunk for ${module}.`)
  return key
}

/** The files of a chunk and of all that it imports. */
function chunksFrom(key: string, manifest: Manifest, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return new Set()
  seen.add(key)
  const { file, imports = [] } = manifest[key] ?? {}
  return new Set([...(file ? [file] : []), ...imports.flatMap((one) => [...chunksFrom(one, manifest, seen)])])
}

/** Writes `preloads.json` into the built console: for each path of the router, what to load with the page. */
export async function writePreloads(folder: string, built: string) {
  const manifest = JSON.parse(await readFile(path.join(built, '.vite/manifest.json'), 'utf8')) as Manifest
  const pages = pagesIn(await readFile(path.join(folder, 'src/app/router.tsx'), 'utf8'))
  const { firstRequests } = await readFirstRequests(folder)
  const openings = await renderOpenings(folder)
  const preloads = Object.fromEntries(
    pages.map((page) => [
      page.path,
      {
        requests: firstRequests[page.path] ?? [],
        scripts: scriptsOf(page, manifest),
        opening: openings[page.path] ?? null,
      },
    ]),
  )
  await writeFile(path.join(built, 'preloads.json'), JSON.stringify(preloads))
}

const readFirstRequests = (folder: string) =>
  import(path.join(folder, 'src/app/first-requests.ts')) as Promise<{
    firstRequests: Record<string, string[]>
  }>

/** Vite is loaded only here: a desk whose console is built already has no use for it. */
async function renderOpenings(folder: string) {
  const { runnerImport } = await import('vite')
  const file = path.join(folder, 'src/opening/openings.tsx')
  const { module } = await runnerImport<{ openings: Record<string, string> }>(file, {
    root: folder,
    configFile: false,
  })
  return module.openings
}
