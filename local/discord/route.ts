import type { Json } from './validation/form.ts'
import type { World } from './world.ts'

export type Request = {
  world: World
  params: Record<string, string>
  query: Record<string, string>
  /** The JSON body; an empty object when there was none. */
  body: Json
  /** The body as it came, for the routes that take a list. */
  raw: unknown
  /** Where this server is reached: `127.0.0.1:port`. */
  host: string
}

/** `undefined` answers 204. */
export type Answer = { status?: number; body: unknown } | undefined

/** One route: `'GET /channels/:channel'`; open ones need no bot token, their path carries its own. */
export type Routes = { [methodAndPattern: string]: (request: Request) => Answer }

type Compiled = { method: string; pattern: RegExp; names: string[]; handle: (request: Request) => Answer }

export type Match = { handle: (request: Request) => Answer; params: Record<string, string> }

/** Turns tables of routes into a lookup by method and decoded path. */
export function createRouter(routes: Routes): (method: string, path: string) => Match | undefined {
  const compiled = Object.entries(routes).map(([key, handle]) => compile(key, handle))
  return (method, path) => {
    for (const route of compiled) {
      const found = route.method === method ? route.pattern.exec(path) : null
      if (!found) continue
      const params = Object.fromEntries(
        route.names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')]),
      )
      return { handle: route.handle, params }
    }
    return undefined
  }
}

function compile(key: string, handle: (request: Request) => Answer): Compiled {
  const [method = '', path = ''] = key.split(' ')
  const names: string[] = []
  const source = path.replace(/:(\w+)/g, (_whole, name: string) => {
    names.push(name)
    return '([^/]+)'
  })
  return { method, pattern: new RegExp(`^${source}$`), names, handle }
}

/** A path parameter that the route's pattern guarantees. */
export function param(request: Request, name: string): string {
  return request.params[name] ?? ''
}
