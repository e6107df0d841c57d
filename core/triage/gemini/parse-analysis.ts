import { z } from 'zod'
import type { Lists } from '../../catalog/catalog.ts'
import { nameKeyOf } from '../../catalog/names.ts'
import { hasLink } from '../../rich-text/has-link.ts'
import { withoutLinks } from '../../rich-text/without-links.ts'
import { priorities } from '../../tickets/ticket-values.ts'
import { type Analysis, analysisSchemaOf } from '../proposal.ts'
import { GeminiFailure } from './gemini-failure.ts'

/** Parses the JSON object in an answer, ignoring code fences, text around it and trailing commas. */
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

/** Accepts "HIGH" for "high". The schema rejects words that are not in the list. */
const listed = <T extends string>(list: readonly T[]) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? (list.find((one) => sameWord(one, value)) ?? value) : value),
    z.enum(list as [T, ...T[]]),
  )

/** In characters, enough for a long link. Links are removed before a text is cut, or part of one might stay. */
const roomForLink = 500

const cut = (length: number) =>
  z.string().transform((text) => {
    const cutWithoutLinks = (markdown: string) => startOf(withoutLinks(markdown), length).trim()
    const kept = cutWithoutLinks(text.trim().slice(0, length + roomForLink))
    if (!hasLink(kept)) return kept
    // The cut has opened code that held an address.
    const again = cutWithoutLinks(kept)
    return hasLink(again) ? '' : again
  })

/** Cuts without splitting a surrogate pair or an escape. */
const startOf = (text: string, length: number) =>
  text.length <= length ? text : text.slice(0, length).replace(/(?:[\uD800-\uDBFF]|\\+)$/, '')

const oneLine = z.string().transform((text) => text.replaceAll(/\s+/g, ' '))
const strings = z
  .array(z.unknown())
  .transform((all) => all.filter((one) => typeof one === 'string'))
  .catch([])

/** Accepts wrong case, long texts and missing extras, but no wrong category or priority. */
const lenientSchema = z.object({
  category: z.string(),
  priority: listed(priorities),
  summary: oneLine.pipe(cut(500)).pipe(z.string().min(1)),
  skills: strings,
  notes: cut(2_000).catch(''),
  confidence: z.number().min(0).max(1).catch(0.5),
  reasons: strings.pipe(z.array(oneLine.pipe(cut(200)))).transform((all) => all.filter(Boolean).slice(0, 6)),
})

/**
 * Parses the model's answer. Categories and skills that are not offered never get through.
 * @param text the model's answer @param offered the desk's lists
 * @throws GeminiFailure when category, priority or summary can't be read
 */
export function parseAnalysis(text: string, offered: Lists): Analysis {
  const categories = offered.categories.map(({ name }) => name)
  const read = lenientSchema.extend({ category: listed(categories) }).safeParse(looseJson(text))
  if (!read.success)
    throw new GeminiFailure(`Gemini's answer had a wrong ${String(read.error.issues[0]?.path[0] ?? 'shape')}`)
  const skills = offered.skills.map(({ name }) => name)
  const known = skills.filter((skill) => read.data.skills.some((named) => sameWord(named, skill)))
  return analysisSchemaOf(offered).parse({
    ...read.data,
    skills: known.slice(0, 8),
  })
}
