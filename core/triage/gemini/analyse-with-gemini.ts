import { createAgent, gemini } from '@inngest/agent-kit'
import { type AsyncContext, getAsyncCtx, runWithAsyncCtx } from 'inngest/experimental'
import { z } from 'zod'
import type { Lists } from '../../catalog/catalog.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import { type Analysis, analysisSchemaOf } from '../proposal.ts'
import { callGemini, type GeminiRequest } from './call-gemini.ts'
import { GeminiFailure } from './gemini-failure.ts'
import { parseAnalysis } from './parse-analysis.ts'
import { systemPrompt, ticketPrompt } from './prompt.ts'

/** @property titleOnly sends nothing of a ticket but its title and urgency */
export type GeminiSettings = { apiKey: string; model: string; baseUrl: string; titleOnly?: boolean }

/**
 * Asks Gemini once through agent-kit, without tools or a second turn.
 * @param deadlineMs for the whole call
 * @throws GeminiFailure, with `retryAfterMs` when a retry may help
 */
export async function analyseWithGemini(
  settings: GeminiSettings,
  ticket: Pick<Ticket, 'title' | 'description' | 'urgency'>,
  offered: Lists,
  deadlineMs: number,
): Promise<Analysis> {
  const shared = settings.titleOnly ? { ...ticket, description: '' } : ticket
  const agent = createAgent({
    name: 'triage',
    system: systemPrompt(offered),
    model: modelOf(settings, offered),
  })
  const result = await outsideSteps(deadlineMs, () => agent.run(ticketPrompt(shared)))
  const said = result.output.flatMap((message) =>
    message.type === 'text' && typeof message.content === 'string' ? [message.content] : [],
  )
  if (said.length === 0) throw new GeminiFailure(whySilent(result.raw))
  return parseAnalysis(said.join(''), offered)
}

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
})

/**
 * Why an answer has no text. A blocked or truncated answer counts as a success, so only the raw response has the
 * reason.
 */
function whySilent(raw: string | undefined): string {
  const parsed = rawSchema.safeParse(JSON.parse(raw ?? '{}')).data
  const blocked = parsed?.promptFeedback?.blockReason ?? parsed?.candidates?.[0]?.finishReason
  return blocked ? `Gemini gave no answer (${blocked})` : 'Gemini gave no answer'
}
