import { failure } from '../failure.ts'

/** A call's arguments: strings when form-encoded (structures inside as JSON), anything when JSON. */
export type Arguments = Record<string, unknown>

export function optionalText(args: Arguments, name: string): string | undefined {
  const value = args[name]
  if (value === undefined || value === null || value === '') return undefined
  return String(value)
}

/** A required argument; without it the answer is `invalid_arguments`, or the error the method has for it. */
export function requiredText(args: Arguments, name: string, error = 'invalid_arguments'): string {
  const value = optionalText(args, name)
  if (value === undefined) throw failure(error, { messages: [`[ERROR] missing required field: ${name}`] })
  return value
}

export function flag(args: Arguments, name: string): boolean {
  return args[name] === true || args[name] === 'true' || args[name] === '1' || args[name] === 1
}

/** A count, at most `max`. */
export function count(args: Arguments, name: string, usual: number, max: number): number {
  const value = Number(args[name] ?? usual)
  if (!Number.isInteger(value) || value < 1) throw failure('invalid_limit')
  return Math.min(value, max)
}

/** A structure, given as such or as JSON text; `error` when it cannot be read. */
export function structure(args: Arguments, name: string, error: string): unknown {
  const value = args[name]
  if (typeof value !== 'string') return value ?? undefined
  if (value === '') return undefined
  try {
    return JSON.parse(value)
  } catch {
    throw failure(error)
  }
}
