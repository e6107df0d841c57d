import { badRequest, googleError, type Reply } from './google-error.ts'

/** What a proto message admits: a leaf takes any value, a list takes items of one shape. */
type Shape = 'leaf' | { fields: Record<string, Shape> } | { list: Shape }

const fields = (names: string, nested: Record<string, Shape> = {}): { fields: Record<string, Shape> } => ({
  fields: { ...Object.fromEntries(names.split(' ').map((name) => [name, 'leaf' as const])), ...nested },
})

const content: Shape = fields('role', {
  parts: {
    list: fields(
      'text thought thoughtSignature inlineData fileData functionCall functionResponse executableCode codeExecutionResult videoMetadata',
    ),
  },
})

/** The API's own Schema: a subset of OpenAPI 3.0. JSON Schema proper goes into responseJsonSchema. */
const schema = fields(
  'type format title description nullable enum maxItems minItems required minProperties maxProperties minLength maxLength pattern example propertyOrdering default minimum maximum',
)
schema.fields.items = schema
schema.fields.anyOf = { list: schema }

/** GenerateContentRequest of v1beta (https://ai.google.dev/api/generate-content). */
const request: Shape = fields('model toolConfig cachedContent', {
  contents: { list: content },
  systemInstruction: content,
  tools: {
    list: fields(
      'functionDeclarations codeExecution googleSearch googleSearchRetrieval urlContext computerUse fileSearch googleMaps',
    ),
  },
  safetySettings: { list: fields('category threshold') },
  generationConfig: fields(
    'stopSequences responseMimeType responseJsonSchema responseModalities candidateCount maxOutputTokens temperature topP topK seed presencePenalty frequencyPenalty responseLogprobs logprobs enableEnhancedCivicAnswers speechConfig imageConfig mediaResolution',
    { responseSchema: schema, thinkingConfig: fields('includeThoughts thinkingBudget thinkingLevel') },
  ),
})

const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

function unknownNames(value: unknown, shape: Shape, path: string): { field: string; description: string }[] {
  if (shape === 'leaf' || value === null || typeof value !== 'object') return []
  if ('list' in shape) {
    const items = Array.isArray(value) ? value : [value]
    return items.flatMap((item, index) => unknownNames(item, shape.list, `${path}[${index}]`))
  }
  return Object.entries(value).flatMap(([name, inner]) => {
    const known = shape.fields[camel(name)]
    if (known) return unknownNames(inner, known, path ? `${path}.${snake(name)}` : snake(name))
    const where = path ? ` at '${path}'` : ''
    return [
      {
        field: path,
        description: `Invalid JSON payload received. Unknown name "${name}"${where}: Cannot find field.`,
      },
    ]
  })
}

type Config = {
  responseMimeType?: unknown
  responseSchema?: unknown
  responseJsonSchema?: unknown
}
type Body = { contents?: { role?: unknown; parts?: unknown[] }[]; generationConfig?: Config }

const mimeTypes = ['text/plain', 'application/json', 'text/x.enum', 'application/xml', 'application/yaml']

/** What the API would refuse in this body before any model sees it, or nothing. */
export function refusedRequest(body: unknown): Reply | undefined {
  if (body === null || typeof body !== 'object' || Array.isArray(body))
    return googleError(
      400,
      'INVALID_ARGUMENT',
      'Invalid JSON payload received. Root element must be a message.',
    )
  const unknown = unknownNames(body, request, '')
  if (unknown.length > 0) return badRequest(unknown)
  const invalid = (message: string) => googleError(400, 'INVALID_ARGUMENT', message)
  const { contents, generationConfig: config = {} } = body as Body
  if (!Array.isArray(contents) || contents.length === 0)
    return invalid('* GenerateContentRequest.contents: contents is not specified\n')
  for (const [index, { role, parts }] of contents.entries()) {
    if (role !== undefined && role !== 'user' && role !== 'model')
      return invalid('Please use a valid role: user, model.')
    if (!Array.isArray(parts) || parts.length === 0)
      return invalid(`* GenerateContentRequest.contents[${index}].parts: contents.parts must not be empty.\n`)
    const empty = parts.findIndex(
      (part) => part === null || typeof part !== 'object' || !Object.keys(part).length,
    )
    if (empty >= 0)
      return invalid(
        `* GenerateContentRequest.contents[${index}].parts[${empty}].data: required oneof field 'data' must have one initialized field\n`,
      )
  }
  if (config.responseMimeType !== undefined && !mimeTypes.includes(String(config.responseMimeType)))
    return invalid(
      '* GenerateContentRequest.generation_config.response_mime_type: allowed mimetypes are ' +
        `${mimeTypes.map((type) => `\`${type}\``).join(', ')}.\n`,
    )
  if (config.responseSchema !== undefined && config.responseJsonSchema !== undefined)
    return invalid('Only one of response_schema and response_json_schema may be set.')
  const hasSchema = config.responseSchema !== undefined || config.responseJsonSchema !== undefined
  if (hasSchema && !['application/json', 'text/x.enum'].includes(String(config.responseMimeType)))
    return invalid(
      `Response schema with response mime type: '${config.responseMimeType ?? 'text/plain'}' is unsupported`,
    )
  return undefined
}
