import { z } from 'zod'
import { lineSchema } from '../text/line.ts'
import { textSchema } from '../text/text.ts'
import { personSchema } from '../trace.ts'
import { onlyVariables, variables } from './variables.ts'

/** Slack's menus offer at most 100 options. */
export const maxCannedReplies = 100
/** Leaves room for the values of variables: Slack's forms take 3,000 characters. */
export const maxCannedReplyText = 2_000

/** Slack shows 75 characters of an option. */
export const cannedReplyNameSchema = lineSchema(1, 60, 'Give it a name.')

/** Markdown with variables such as `{{requester}}`. */
export const cannedReplyTextSchema = textSchema(1, maxCannedReplyText).regex(
  onlyVariables,
  `Use only these in double braces: ${Object.keys(variables).join(', ')}.`,
)

/**
 * A text that all moderators and admins can answer with.
 * @property nameKey no two may have the same
 * @property version counts its changes, so that nobody sends or overwrites what they have not seen
 */
export const cannedReplySchema = z.object({
  _id: z.string(),
  name: cannedReplyNameSchema,
  nameKey: z.string(),
  text: cannedReplyTextSchema,
  createdBy: personSchema,
  createdAt: z.date(),
  changedBy: personSchema,
  changedAt: z.date(),
  version: z.number().int(),
})

export type CannedReply = z.infer<typeof cannedReplySchema>
