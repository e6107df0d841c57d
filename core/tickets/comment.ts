import { z } from 'zod'
import { textSchema } from '../text.ts'
import { personSchema, surfaces } from './ticket.ts'

export const commentBodySchema = textSchema(1, 10_000)
export const visibilities = ['public', 'internal'] as const

/** A public comment reaches the requester on every surface; an internal one only moderators and admins. */
export const commentSchema = z.object({
  _id: z.string(),
  ticket: z.string(),
  author: personSchema,
  fromRequester: z.boolean(),
  body: commentBodySchema,
  visibility: z.enum(visibilities),
  mentions: z.array(personSchema).optional().describe('who is named in it and told so'),
  surface: z.enum(surfaces),
  relayed: z
    .object({ slack: z.string(), discord: z.string() })
    .partial()
    .describe('the message that shows it there'),
  createdAt: z.date(),
})

export type Comment = z.infer<typeof commentSchema>
export type Visibility = (typeof visibilities)[number]
