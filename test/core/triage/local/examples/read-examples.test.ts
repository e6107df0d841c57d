import { expect, test } from 'vitest'
import { z } from 'zod'
import { builtInCategories } from '../../../../../core/catalog/built-in.ts'
import { priorities } from '../../../../../core/tickets/ticket-values.ts'
import { readExamples } from '../../../../../core/triage/local/examples/read-examples.ts'
import { heldOutCases } from '../../held-out-cases.ts'
import { unseenTickets } from '../../unseen-tickets.ts'

const examples = readExamples()
const schema = z.strictObject({
  text: z.string().min(2).max(1_000),
  priority: z.enum(priorities),
  category: z.enum(builtInCategories).optional(),
})
const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

test('each example has a text, a priority and, where it tells one, a built-in category', () => {
  expect(z.array(schema).parse(examples)).toEqual(examples)
})

test('no example is there twice', () => {
  const texts = examples.map(({ text }) => bare(text))
  expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([])
})

test('none is among the tickets that the engine is tried on', () => {
  const tried = new Set([
    ...heldOutCases.map(([, text]) => bare(text)),
    ...unseenTickets.map(({ text }) => bare(text)),
  ])
  expect(examples.filter(({ text }) => tried.has(bare(text)))).toEqual([])
})
