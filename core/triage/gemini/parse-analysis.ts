import { z } from 'zod'
import type { Lists } from '../../catalog/catalog.ts'
import { nameKeyOf } from '../../catalog/names.ts'
import { priorities } from '../../tickets/ticket.ts'
import { type Analysis, analysisSchemaOf } from '../proposal.ts'
import { GeminiFailure } from './gemini-failure.ts'

/** The object inside fences or chatter, without trailing commas. */
function looseJson(text: string): unknown {
  const start = text.indexOf('{')
  const end = text.lastIndexOf('}')
  if (start < 0 || end < start) throw new GeminiFailure('Gemini did not answer with JSON')
  const object = text.slice(start, end + 1)
  for (const candidate of [object, object.replace(/,(\s*[}\]])/g, '$1')]) {
    try {
      return JSON.parse(candidate)
    } catch {
      // the next candidate, or the failure below
    }
  }
  throw new GeminiFailure('Gemini did not answer with JSON')
}

const sameWord = (a: string, b: string) => nameKeyOf(a) === nameKeyOf(b)

/** "high" for "HIGH"; what is in no list at all is left for the schema to refuse. */
const listed = <T extends string>(list: readonly T[]) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? (list.find((one) => sameWord(one, value)) ?? value) : value),
    z.enum(list as [T, ...T[]]),
  )

const cut = (length: number) => z.string().transform((text) => withoutLinks(text).trim().slice(0, length))

/** Forgiving where nothing is lost by it: case, lengths, missing extras. A wrong category or priority is not. */
const lenientSchema = z.object({
  category: z.string(),
  priority: listed(priorities),
  summary: cut(500).pipe(z.string().min(1)),
  skills: z.array(z.string()).catch([]),
  notes: cut(2_000).catch(''),
  confidence: z.number().min(0).max(1).catch(0.5),
  reasons: z
    .array(cut(200))
    .transform((all) => all.slice(0, 6))
    .catch([]),
})

/**
 * @param text what the model said @param offered the desk's own lists: nothing else gets through
 * @throws GeminiFailure when category, priority or summary can't be read
 */
export function parseAnalysis(text: string, offered: Lists): Analysis {
  const categories = offered.categories.map(({ name }) => name)
  const read = lenientSchema.extend({ category: listed(categories) }).safeParse(looseJson(text))
  if (!read.success)
    throw new GeminiFailure(`Gemini's answer had a wrong ${String(read.error.issues[0]?.path[0] ?? 'shape')}`)
  const skills = offered.skills.map(({ name }) => name)
  const known = skills.filter((skill) => read.data.skills.some((said) => sameWord(said, skill)))
  return analysisSchemaOf(offered).parse({
    ...read.data,
    skills: known.slice(0, 8),
  })
}

/** A ticket's text could talk the model into a link; moderators trust the desk's card, so none stays clickable. */
const withoutLinks = (text: string) =>
  text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\b(?:[a-z][a-z0-9+.-]*:\/\/|www\.|mailto:)\S+/gi, '[link removed]')
