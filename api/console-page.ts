import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

type Preloads = Record<string, string[]>

/**
 * The console's page, with links to the scripts that the asked path needs, so that the browser loads them beside the
 * first one. `preloads.json` of the build names them for each path of the router.
 */
export function createConsolePage(folder: string): (path: string) => string {
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const file = join(folder, 'preloads.json')
  const preloads = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Preloads) : {}
  const pages = Object.entries(preloads)
    .map(([path, scripts]) => ({
      pattern: patternOf(path),
      html: page.replace('</head>', `${linksTo(scripts)}</head>`),
    }))
    // A path without parameters wins: /tickets/new is no ticket.
    .sort(
      (one, other) => Number(one.pattern.source.includes('[')) - Number(other.pattern.source.includes('[')),
    )
  return (path) => pages.find(({ pattern }) => pattern.test(path))?.html ?? page
}

const patternOf = (path: string) => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}/?$`)

const linksTo = (scripts: string[]) =>
  scripts.map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`).join('')
