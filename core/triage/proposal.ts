import { z } from 'zod'
import type { Lists } from '../catalog/catalog.ts'
import type { SecretKind } from '../secrets/secret.ts'
import { priorities } from '../tickets/ticket-values.ts'

const analysisSchema = z.object({
  category: z.string().describe('the one category that fits best'),
  priority: z.enum(priorities).describe('impact on people times urgency'),
  summary: z.string().trim().min(1).max(500).describe('one or two plain sentences for the moderator'),
  skills: z.array(z.string().max(40)).max(8).describe('skills needed to solve it, from the given list only'),
  notes: z
    .string()
    .trim()
    .max(2_000)
    .describe('helpful notes: likely causes and first steps, Markdown without links'),
  confidence: z.number().min(0).max(1).describe('how sure you are of the category and the priority'),
  reasons: z.array(z.string().max(200)).max(6).describe('why this priority, in short phrases'),
})

/**
 * The analysis that an engine may give. It never names a person, since the server chooses the assignee.
 * @param offered the lists to choose from
 */
export const analysisSchemaOf = ({ categories }: Pick<Lists, 'categories'>) =>
  analysisSchema.extend({
    category: z.enum(categories.map(({ name }) => name)).describe('the one category that fits best'),
  })

export type Analysis = z.infer<typeof analysisSchema>

/**
 * An analysis and its origin.
 * @property fallback why the local engine replaced Gemini; null: it did not
 * @property model name of the Gemini model, or number of what the local engine had learned; null: its built-in rules and examples
 * @property secrets what the ticket should not hold, and no engine was shown
 * @property abstained no category is sure enough, so that a person has to choose one
 * @property learnedPriority what was learned has moved the priority that the rules gave
 */
export type Proposal = Analysis & {
  engine: 'gemini' | 'local'
  model: string | null
  fallback: string | null
  secrets: SecretKind[]
  usage: Usage | null
  abstained?: true
  learnedPriority?: true
}

/** What asking the model took. @property cost in the currency of GEMINI_PRICES; null: they are not set */
export type Usage = { input: number; output: number; ms: number; cost: number | null }
