type JsonSchema = {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  default?: unknown
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  items?: JsonSchema
  minItems?: number
  minimum?: number
  properties?: Record<string, JsonSchema>
  required?: string[]
}

/** The first value that fits a schema: first enum member, shortest list, every property given. */
export function sampleAnswer(schema: unknown, name = 'answer'): unknown {
  const given = (schema ?? {}) as JsonSchema
  if (given.const !== undefined) return given.const
  if (given.enum) return given.enum[0]
  const choice = given.anyOf?.[0] ?? given.oneOf?.[0]
  if (choice) return sampleAnswer(choice, name)
  const type = (Array.isArray(given.type) ? given.type[0] : given.type)?.toLowerCase()
  if (type === 'array')
    return Array.from({ length: Math.max(1, given.minItems ?? 0) }, () => sampleAnswer(given.items, name))
  if (type === 'number' || type === 'integer') return given.minimum ?? 0
  if (type === 'boolean') return true
  if (type === 'string') return `Sample ${name}`
  return Object.fromEntries(
    Object.entries(given.properties ?? {}).map(([key, inner]) => [key, sampleAnswer(inner, key)]),
  )
}

/** The same answer with every value that had to be one of a few replaced by one that was not offered. */
export function withWrongEnums(answer: Record<string, unknown>, schema: unknown): Record<string, unknown> {
  const { properties = {} } = (schema ?? {}) as JsonSchema
  return Object.fromEntries(
    Object.entries(answer).map(([key, value]) => {
      const inner = properties[key]
      if (inner?.enum) return [key, 'something-not-offered']
      if (inner?.items?.enum) return [key, ['something-not-offered']]
      return [key, value]
    }),
  )
}
