import { type AgentResult, createAgent, gemini } from '@inngest/agent-kit'
import { type AsyncContext, getAsyncCtx, runWithAsyncCtx } from 'inngest/experimental'
import { z } from 'zod'
import type { Lists } from '../../catalog/catalog.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import { type Analysis, analysisSchemaOf } from '../proposal.ts'
import type { SimilarAtTriage } from '../similar/similar-at-triage.ts'
import { callGemini, type GeminiRequest } from './call-gemini.ts'
import { examplesOf } from './examples.ts'
import { GeminiFailure } from './gemini-failure.ts'
import { parseAnalysis } from './parse-analysis.ts'
import { systemPrompt, ticketPrompt } from './prompt.ts'
import { repeatsInstructions, repeatsOthers } from './repeats-instructions.ts'

/**
 * @property titleOnly sends nothing of a ticket but its title and urgency
 * @property prices of a million tokens that are sent and received; null: unknown
 */
export type GeminiSettings = {
  apiKey: string
  model: string
  baseUrl: string
  titleOnly?: boolean
  prices?: { input: number; output: number } | null
}

/** Tokens that were sent and received. Thinking counts as received. */
export type Tokens = { input: number; output: number }

/**
 * Asks Gemini once through agent-kit, without tools or a second turn.
 * @param deadlineMs for the whole call
 * @param resolved similar tickets, of which nothing is sent with `titleOnly`
 * @throws GeminiFailure, with `retryAfterMs` when a retry may help
 */
export async function analyseWithGemini(
  settings: GeminiSettings,
  ticket: Pick<Ticket, 'title' | 'description' | 'urgency'>,
  offered: Lists,
  deadlineMs: number,
  resolved: SimilarAtTriage['resolved'] = [],
): Promise<{ analysis: Analysis; tokens: Tokens | null }> {
  const shared = settings.titleOnly ? { ...ticket, description: '' } : ticket
  const examples = settings.titleOnly ? [] : await examplesOf(resolved)
  const system = systemPrompt(offered)
  const agent = createAgent({ name: 'triage', system, model: modelOf(settings, offered) })
  const result = await outsideSteps(deadlineMs, () => agent.run(ticketPrompt(shared, examples)))
  const raw = rawSchema.safeParse(JSON.parse(result.raw ?? '{}')).data
  const answer = textOf(result)
  if (answer === '') throw new GeminiFailure(whySilent(raw))
  if (repeatsInstructions(answer, system)) throw new GeminiFailure('Gemini repeated its instructions')
  const analysis = parseAnalysis(answer, offered)
  const others = examples.flatMap(({ words }) => (words ? [words.title, words.resolution] : []))
  const own = `${shared.title}\n${shared.description}`
  if (repeatsOthers([analysis.summary, ...analysis.reasons], others, own))
    throw new GeminiFailure('Gemini repeated a similar ticket')
  return { analysis, tokens: tokensOf(raw) }
}

const textOf = ({ output }: AgentResult) =>
  output
    .flatMap((message) =>
      message.type === 'text' && typeof message.content === 'string' ? [message.content] : [],
    )
    .join('')

const modelOf = ({ apiKey, model, baseUrl }: GeminiSettings, offered: Lists) =>
  gemini({
    model: model as Parameters<typeof gemini>[0]['model'],
    apiKey,
    baseUrl,
    defaultParameters: {
      generationConfig: {
        responseMimeType: 'application/json',
        responseJsonSchema: z.toJSONSchema(analysisSchemaOf(offered)) as never,
        temperature: 0,
      },
    },
  })

/**
 * Runs the agent outside of Inngest's steps. Inside a step, agent-kit would pass the call, including the API key, to
 * the Inngest server. It takes its step tools from the async context, so we provide one whose only tool is our own
 * request.
 */
async function outsideSteps<T>(deadlineMs: number, run: () => Promise<T>): Promise<T> {
  await getAsyncCtx()
  const infer = (_id: string, request: GeminiRequest) => callGemini(request, deadlineMs)
  const context = { execution: { ctx: { step: { ai: { infer } } } } } as unknown as AsyncContext
  return runWithAsyncCtx(context, run)
}

const rawSchema = z.object({
  promptFeedback: z.object({ blockReason: z.string().optional() }).optional(),
  candidates: z.array(z.object({ finishReason: z.string().optional() })).optional(),
  usageMetadata: z
    .object({
      promptTokenCount: z.number().optional(),
      candidatesTokenCount: z.number().optional(),
      thoughtsTokenCount: z.number().optional(),
    })
    .optional(),
})
type Raw = z.infer<typeof rawSchema>

/**
 * Why an answer has no text. A blocked or truncated answer counts as a success, so only the raw response has the
 * reason.
 */
function whySilent(raw: Raw | undefined): string {
  const blocked = raw?.promptFeedback?.blockReason ?? raw?.candidates?.[0]?.finishReason
  return blocked ? `Gemini gave no answer (${blocked})` : 'Gemini gave no answer'
}

function tokensOf(raw: Raw | undefined): Tokens | null {
  const { promptTokenCount, candidatesTokenCount = 0, thoughtsTokenCount = 0 } = raw?.usageMetadata ?? {}
  return promptTokenCount === undefined
    ? null
    : { input: promptTokenCount, output: candidatesTokenCount + thoughtsTokenCount }
}
