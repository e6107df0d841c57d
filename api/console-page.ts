import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

type Preloads = Record<string, { requests: string[]; scripts: string[] }>
type ConsolePage = { pattern: RegExp; requests: string[]; scripts: string[] }

/**
 * The console's page, with links to what the asked path needs: its scripts, so that the browser loads them beside the
 * first one, and its first requests to the API. `preloads.json` of the build names them for each path of the router.
 * A query stands for filters, so only a path without one is known to make these requests.
 */
export function createConsolePage(folder: string): (path: string, hasQuery?: boolean) => string {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const file = join(folder, 'preloads.json')
  const preloads = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Preloads) : {}
  const pages = Object.entries(preloads)
    .map(([path, needed]): ConsolePage => ({ pattern: patternOf(path), ...needed }))
    // A path without parameters wins: /tickets/new is no ticket.
    .sort(
      (one, other) => Number(one.pattern.source.includes('[')) - Number(other.pattern.source.includes('[')),
    )
  return (path, hasQuery = false) => {
    const page = pages.find(({ pattern }) => pattern.test(path))
    return page ? html.replace('</head>', () => `${linksOf(page, path, hasQuery)}</head>`) : html
  }
}

const patternOf = (path: string) => new RegExp(`^${path.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}/?$`)

function linksOf({ pattern, requests, scripts }: ConsolePage, path: string, hasQuery: boolean): string {
  const parameters = Object.entries(pattern.exec(path)?.groups ?? {})
  // An id needs no escaping. What does is none, and the page says so.
  const asked = !hasQuery && parameters.every(([, value]) => /^[\w-]+$/.test(value)) ? requests : []
  const addresses = asked.map((request) =>
    parameters.reduce((address, [name, value]) => address.replace(`:${name}`, value), request),
  )
  return [
    ...addresses.map(
      (href) =>
        `<link rel="preload" as="fetch" href="${href.replaceAll('&', '&amp;')}" crossorigin="anonymous">`,
    ),
    ...scripts.map((script) => `<link rel="modulepreload" crossorigin href="/${script}">`),
  ].join('')
}
