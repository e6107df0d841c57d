import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** What Vite says of a module that became a chunk (its `build.manifest`). Keys and `imports` name modules. */
type Chunk = { file: string; imports?: string[]; dynamicImports?: string[] }
export type Manifest = Record<string, Chunk>

/** A page of the console, and the module that shows it. */
export type Page = { path: string; module: string }

const everyPage = 'src/app/providers.tsx'
const signedInPages = 'src/app/shell/shell.tsx'
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
  const entry = Object.keys(manifest).find((key) => key.endsWith('index.html'))
  const known = entry ? chunksFrom(entry, manifest) : new Set<string>()
  const modules = [everyPage, ...(guestPages.test(of) ? [] : [signedInPages]), module]
  const late = manifest[module]?.dynamicImports ?? []
  const needed = [...modules, ...late].flatMap((one) => [...chunksFrom(one, manifest)])
  return [...new Set(needed)].filter((file) => !known.has(file))
}

/** The files of a module and of all that it imports. */
function chunksFrom(module: string, manifest: Manifest, seen = new Set<string>()): Set<string> {
  if (seen.has(module)) return new Set()
  seen.add(module)
  const { file, imports = [] } = manifest[module] ?? {}
  return new Set([...(file ? [file] : []), ...imports.flatMap((one) => [...chunksFrom(one, manifest, seen)])])
}

/** Writes `preloads.json` into the built console: for each path of the router, the scripts to load with the page. */
export async function writePreloads(folder: string, built: string) {
  const manifest = JSON.parse(await readFile(path.join(built, '.vite/manifest.json'), 'utf8')) as Manifest
  const pages = pagesIn(await readFile(path.join(folder, 'src/app/router.tsx'), 'utf8'))
  const preloads = Object.fromEntries(pages.map((page) => [page.path, scriptsOf(page, manifest)]))
  await writeFile(path.join(built, 'preloads.json'), JSON.stringify(preloads))
}
