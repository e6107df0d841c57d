import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a page needs apart from the files of all pages. `opening`: the HTML it shows until its scripts have loaded. */
type Needed = { requests: string[]; scripts: string[]; opening?: string | null }
type ConsolePage = Needed & { pattern: RegExp }

/** What all pages show, which an opening replaces. */
const splash = /<!-- opening -->.*<!-- end of the opening -->/s

/**
 * The console's page, with links to what the asked path needs: its scripts, which load side by side once the page is
 * painted, and its first requests to the API. `preloads.json` of the build names them for each path of the router. A query
 * stands for filters, so only a path without one is known to make these requests.
 */
export function createConsolePage(folder: string): (path: string, hasQuery?: boolean) => string {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const file = join(folder, 'preloads.json')
  const preloads = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Needed>) : {}
  const pages = Object.entries(preloads)
    .map(([path, needed]): ConsolePage => ({ pattern: patternOf(path), ...needed }))
    // A path without parameters wins: /tickets/new is no ticket.
    .sort(
      (one, other) => Number(one.pattern.source.includes('[')) - Number(other.pattern.source.includes('[')),
    )
  return (path, hasQuery = false) => {
    const page = pages.find(({ pattern }) => pattern.test(path))
    if (!page) return html
    return html
      .replace('</head>', () => `${linksOf(page, path, hasQuery)}</head>`)
      .replace(splash, (all) => page.opening ?? all)
  }
}

const patternOf = (path: string) => new RegExp(`^${path.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}/?$`)

const linksOf = (page: ConsolePage, path: string, hasQuery: boolean) =>
  [...requestLinks(page, path, hasQuery), `<template id="scripts">${scriptLinks(page)}</template>`].join('')

function requestLinks({ pattern, requests }: ConsolePage, path: string, hasQuery: boolean): string[] {
  const parameters = Object.entries(pattern.exec(path)?.groups ?? {})
  // An id needs no escaping. Anything else is not an id, and the page says so.
  const asked = !hasQuery && parameters.every(([, value]) => /^[\w-]+$/.test(value)) ? requests : []
  return asked
    .map((request) =>
      parameters.reduce((address, [name, value]) => address.replace(`:${name}`, value), request),
    )
    .map(
      (href) =>
        `<link rel="preload" as="fetch" href="${href.replaceAll('&', '&amp;')}" crossorigin="anonymous">`,
    )
}

const scriptLinks = ({ scripts }: ConsolePage) =>
  scripts.map((script) => `<link rel="modulepreload" crossorigin href="/${script}">`).join('')
