import { googleError, quotaExceeded, type Reply } from './google-error.ts'
import { sampleAnswer, withWrongEnums } from './sample-answer.ts'

/** A generateContent request, as a behaviour or a test sees it. */
export type Prompt = {
  model: string
  /** The system instruction's text, if it was sent as such. */
  system: string
  /** The text of all contents, in order. */
  prompt: string
  /** `responseJsonSchema` or `responseSchema`, whichever was sent. */
  schema: unknown
}

/** How the local Gemini answers one request: a reply after the usual delay, or nothing for `hangMs`. */
export type Behaviour = (request: Prompt) => Reply | { hangMs: number; reply: Reply }

type Answer = Record<string, unknown>
type AnswerOf = Answer | ((prompt: string) => Answer)

const tokens = (text: string) => Math.ceil(text.length / 4)

function completion(request: Prompt, text: string, finishReason = 'STOP'): Reply {
  return {
    status: 200,
    body: {
      candidates: [
        {
          content: text ? { parts: [{ text }], role: 'model' } : { role: 'model' },
          finishReason,
          index: 0,
        },
      ],
      usageMetadata: {
        promptTokenCount: tokens(request.system + request.prompt),
        ...(text && { candidatesTokenCount: tokens(text) }),
        totalTokenCount: tokens(request.system + request.prompt + text),
      },
      modelVersion: request.model,
      responseId: `response-${Math.random().toString(36).slice(2)}`,
    },
  }
}

/** A value that fits the request's schema, with what the test wants said in place of the sample's values. */
function answerTo(request: Prompt, wanted: AnswerOf): Answer {
  const given = typeof wanted === 'function' ? wanted(request.prompt) : wanted
  return { ...(sampleAnswer(request.schema) as Answer), ...given }
}

/** Plain JSON, as asked. */
export const answers =
  (wanted: AnswerOf = {}): Behaviour =>
  (request) =>
    completion(request, JSON.stringify(answerTo(request, wanted)))

/** Whatever text, for instance prose where JSON was asked. */
export const says =
  (text: string): Behaviour =>
  (request) =>
    completion(request, text)

/** The JSON inside a Markdown fence, with a sentence before it. */
export const fenced =
  (wanted: AnswerOf = {}): Behaviour =>
  (request) =>
    completion(
      request,
      `Here is the analysis:\n\`\`\`json\n${JSON.stringify(answerTo(request, wanted), null, 2)}\n\`\`\`\n`,
    )

/** JSON with a comma before the closing brace. */
export const trailingComma =
  (wanted: AnswerOf = {}): Behaviour =>
  (request) =>
    completion(
      request,
      JSON.stringify(answerTo(request, wanted), null, 2).replace(/\s*([}\]])(?=\s*$)/, ',\n$1'),
    )

/** Well-formed JSON whose enum values were never offered. */
export const wrongEnum =
  (wanted: AnswerOf = {}): Behaviour =>
  (request) =>
    completion(request, JSON.stringify(withWrongEnums(answerTo(request, wanted), request.schema)))

/** Too many requests this minute: 429 with Retry-After, RetryInfo and the sentence in the message. */
export const rateLimited =
  (retrySeconds = 1): Behaviour =>
  ({ model }) =>
    quotaExceeded(model, 'Minute', retrySeconds)

/** The day's quota is used up: the same 429, of which only the QuotaFailure says that waiting is no use. */
export const dailyQuota =
  (retrySeconds = 38): Behaviour =>
  ({ model }) =>
    quotaExceeded(model, 'Day', retrySeconds)

export const invalid =
  (message = 'Request contains an invalid argument.'): Behaviour =>
  () =>
    googleError(400, 'INVALID_ARGUMENT', message)

/** The model is overloaded. */
export const unavailable = (): Behaviour => () =>
  googleError(503, 'UNAVAILABLE', 'The model is overloaded. Please try again later.')

/** A proxy's page instead of JSON. */
export const badGateway = (): Behaviour => () => ({
  status: 502,
  headers: { 'content-type': 'text/html' },
  body: '<html><title>Error 502 (Server Error)!!1</title></html>',
})

/** The prompt itself was blocked: success, and no candidates at all. */
export const blocked =
  (blockReason = 'PROHIBITED_CONTENT'): Behaviour =>
  (request) => ({
    status: 200,
    body: {
      promptFeedback: { blockReason },
      usageMetadata: { promptTokenCount: tokens(request.prompt), totalTokenCount: tokens(request.prompt) },
      modelVersion: request.model,
    },
  })

/** A candidate that ended early and has no parts. */
export const cutShort =
  (finishReason: 'SAFETY' | 'MAX_TOKENS' | 'RECITATION' = 'SAFETY'): Behaviour =>
  (request) =>
    completion(request, '', finishReason)

/** Says nothing for a while, then that the deadline expired. */
export const hangs =
  (hangMs = 30_000): Behaviour =>
  () => ({
    hangMs,
    reply: googleError(503, 'UNAVAILABLE', 'Deadline expired before operation could complete.'),
  })
