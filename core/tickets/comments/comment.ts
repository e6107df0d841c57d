import { z } from 'zod'
import { attachedFileSchema } from '../../attachments/attached-file.ts'
import { surfaces } from '../../surface-names.ts'
import { textSchema } from '../../text/text.ts'
import { personSchema } from '../../trace.ts'

export const commentBodySchema = textSchema(1, 10_000)
/** For a comment that may have only files. */
export const anyCommentBodySchema = textSchema(0, 10_000)
export const visibilities = ['public', 'internal'] as const

/**
 * Where a message shows a comment: in the requester's thread on Slack and in the moderators' channel there, in the staff's
 * thread on Discord and in the requester's conversation there.
 */
export const commentPlaces = ['slack', 'slackModerators', 'discord', 'discordRequester'] as const

/** The number of earlier versions that are kept. */
export const maxEdits = 20

const commentTraceSchema = z.object({ at: z.date(), by: personSchema, body: z.string() })

/** Public comments are for everyone who sees the ticket, internal ones for moderators and admins only. */
export const commentSchema = z.object({
  _id: z.string(),
  ticket: z.string(),
  author: personSchema,
  fromRequester: z.boolean(),
  fromStaff: z
    .boolean()
    .optional()
    .describe('absent in older documents: then everyone but the requester counts as staff'),
  body: anyCommentBodySchema.describe('empty: only files, or deleted'),
  files: z.array(attachedFileSchema).optional(),
  visibility: z.enum(visibilities),
  mentions: z.array(personSchema).optional().describe('mentioned people'),
  surface: z.enum(surfaces),
  relayed: z
    .object({
      ...{ slack: z.string(), slackModerators: z.string() },
      ...{ discord: z.string(), discordRequester: z.string() },
    })
    .partial()
    .describe('the message that shows the comment in each place'),
  filesRelayed: z
    .object({
      slack: z.array(z.string()),
      slackModerators: z.array(z.string()),
      discord: z.array(z.string()),
    })
    .partial()
    .optional()
    .describe('the messages on that surface that show its files, as its messenger names them'),
  version: z.number().int().optional().describe('absent means 1'),
  edits: z.array(commentTraceSchema).max(maxEdits).optional().describe('earlier versions, oldest first'),
  editedAt: z.date().optional(),
  deleted: z.object({ at: z.date(), by: personSchema }).optional(),
  createdAt: z.date(),
})

export const versionOf = ({ version = 1 }: Pick<Comment, 'version'>) => version

export type CommentTrace = z.infer<typeof commentTraceSchema>
export type Comment = z.infer<typeof commentSchema>
export type CommentPlace = (typeof commentPlaces)[number]
export type Visibility = (typeof visibilities)[number]
