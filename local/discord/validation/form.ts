import { apiFailure, type ErrorTree } from '../failures.ts'

/** Part of a JSON body whose fields are about to be checked. */
export type Json = Record<string, unknown>

export type TextRule = { min?: number; max?: number; required?: boolean }

/**
 * Collects what is wrong with a body, each problem at its path, and throws Discord's one answer for all of them
 * (`50035 Invalid Form Body`). `at` narrows to a part; all parts write into the same answer.
 */
export type Form = {
  at(...steps: (string | number)[]): Form
  problem(code: string, message: string): void
  text(part: Json, key: string, rule: TextRule): string | undefined
  list(part: Json, key: string, rule: TextRule): unknown[]
  record(value: unknown): Json | undefined
  throwIfWrong(): void
}

/** A fresh form for one request body. */
export function createForm(): Form {
  const errors: ErrorTree = {}
  let wrong = 0

  function add(path: (string | number)[], code: string, message: string) {
    wrong += 1
    let node = errors
    for (const step of path) {
      const next = node[step]
      const inner: ErrorTree = next && !Array.isArray(next) ? next : {}
      node[step] = inner
      node = inner
    }
    const known = node._errors
    if (Array.isArray(known)) known.push({ code, message })
    else node._errors = [{ code, message }]
  }

  function formAt(path: (string | number)[]): Form {
    const form: Form = {
      at: (...steps) => formAt([...path, ...steps]),
      problem: (code, message) => add(path, code, message),
      text: (part, key, rule) => checkText(form.at(key), part[key], rule),
      list: (part, key, rule) => checkList(form.at(key), part[key], rule),
      record: (value) => {
        if (isJson(value)) return value
        form.problem('DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType')
        return undefined
      },
      throwIfWrong: () => {
        if (wrong) throw apiFailure(400, 50035, 'Invalid Form Body', errors)
      },
    }
    return form
  }

  return formAt([])
}

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Discord counts characters, not UTF-16 units. */
export function countCharacters(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}

function checkText(form: Form, value: unknown, { min = 0, max, required }: TextRule): string | undefined {
  if (value === undefined || value === null || (required && value === '')) {
    if (required) form.problem('BASE_TYPE_REQUIRED', 'This field is required')
    return undefined
  }
  if (typeof value !== 'string') {
    form.problem('STRING_TYPE_CONVERT', `Could not interpret "${JSON.stringify(value)}" as string.`)
    return undefined
  }
  checkSize(form, countCharacters(value), min, max)
  return value
}

function checkList(form: Form, value: unknown, { min = 0, max, required }: TextRule): unknown[] {
  if (value === undefined || value === null) {
    if (required) form.problem('BASE_TYPE_REQUIRED', 'This field is required')
    return []
  }
  if (!Array.isArray(value)) {
    form.problem('LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType')
    return []
  }
  checkSize(form, value.length, min, max)
  return value
}

function checkSize(form: Form, size: number, min: number, max: number | undefined) {
  if (size >= min && size <= (max ?? size)) return
  if (min > 0 && max !== undefined)
    form.problem('BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)
  else if (max !== undefined && size > max)
    form.problem('BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`)
  else form.problem('BASE_TYPE_MIN_LENGTH', `Must be ${min} or more in length.`)
}

/** 0 when the field is no number. */
export function numberIn(body: Json, key: string): number {
  const value = body[key]
  return typeof value === 'number' ? value : 0
}
