/** Where something may appear: a message, a modal or the App Home. */
export type Surface = 'message' | 'modal' | 'home'

/** Looks at a value and says what Slack would object to; `at` is a JSON pointer. */
export type Check = (value: unknown, at: string, problem: Problem, surface: Surface) => void
export type Problem = (message: string, at: string) => void
export type Fields = Record<string, unknown>

export const isFields = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

export const anyValue: Check = () => {}

export const text =
  (max: number, min = 1): Check =>
  (value, at, problem) => {
    if (typeof value !== 'string') problem('must be a string', at)
    else if (value.length < min) problem(`must be more than ${min - 1} characters`, at)
    else if (value.length > max) problem(`must be less than ${max + 1} characters`, at)
  }

export const boolean: Check = (value, at, problem) => {
  if (typeof value !== 'boolean') problem('must be a boolean', at)
}

export const integer =
  (min: number, max: number): Check =>
  (value, at, problem) => {
    if (!Number.isInteger(value)) problem('must be an integer', at)
    else if (Number(value) < min) problem(`must be greater than ${min - 1}`, at)
    else if (Number(value) > max) problem(`must be less than ${max + 1}`, at)
  }

export const oneOf =
  (...allowed: string[]): Check =>
  (value, at, problem) => {
    if (!allowed.includes(String(value))) problem(`must be one of: ${allowed.join(', ')}`, at)
  }

export const url: Check = (value, at, problem, surface) => {
  text(3000)(value, at, problem, surface)
  if (typeof value === 'string' && !/^(https?:\/\/[^\s/]+|mailto:|slack:\/\/)/.test(value))
    problem('must be a valid URL', at)
}

/** Slack fetches pictures itself: an address of this machine cannot be one. */
export const imageUrl: Check = (value, at, problem, surface) => {
  url(value, at, problem, surface)
  if (/^https?:\/\/(localhost|127\.|\[::1\])/.test(String(value))) problem('downloading image failed', at)
}

export const list =
  (item: Check, { min = 1, max }: { min?: number; max: number }): Check =>
  (value, at, problem, surface) => {
    if (!Array.isArray(value)) return problem('must be an array', at)
    if (value.length < min) problem(`no less than ${min} items allowed`, at)
    if (value.length > max) problem(`no more than ${max} items allowed`, at)
    for (const [index, inner] of value.entries()) item(inner, `${at}/${index}`, problem, surface)
  }

/** An object with these fields and no others. */
export const record =
  (required: Record<string, Check>, optional: Record<string, Check> = {}): Check =>
  (value, at, problem, surface) => {
    if (!isFields(value)) return problem('must be an object', at)
    for (const name of Object.keys(required))
      if (value[name] === undefined) problem(`missing required field: ${name}`, at)
    for (const [name, inner] of Object.entries(value)) {
      const check = required[name] ?? optional[name]
      if (!check) problem(`invalid additional property: ${name}`, at)
      else if (inner !== undefined) check(inner, `${at}/${name}`, problem, surface)
    }
  }

/** One of several objects, told apart by `type`. */
export const byType =
  (kinds: Record<string, Check>): Check =>
  (value, at, problem, surface) => {
    if (!isFields(value)) return problem('must be an object', at)
    if (value.type === undefined) return problem('missing required field: type', at)
    const check = kinds[String(value.type)]
    if (!check) return problem(`unsupported type: ${value.type}`, `${at}/type`)
    check(value, at, problem, surface)
  }

/** All of these. */
export const all =
  (...checks: Check[]): Check =>
  (value, at, problem, surface) => {
    for (const check of checks) check(value, at, problem, surface)
  }

/** The object only where Slack shows it. */
export const onlyIn =
  (surfaces: Surface[], check: Check): Check =>
  (value, at, problem, surface) => {
    if (surfaces.includes(surface)) check(value, at, problem, surface)
    else problem(`unsupported type: ${isFields(value) ? value.type : value}`, `${at}/type`)
  }
