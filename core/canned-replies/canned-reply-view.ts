import { z } from 'zod'
import { type CannedReply, cannedReplySchema } from './canned-reply.ts'

/** A canned reply as the API shows it. */
export const cannedReplyViewSchema = cannedReplySchema
  .pick({ name: true, text: true, createdBy: true, changedBy: true, version: true })
  .extend({ id: z.string(), createdAt: z.iso.datetime(), changedAt: z.iso.datetime() })

export type CannedReplyView = z.infer<typeof cannedReplyViewSchema>

export const cannedReplyViewOf = (reply: CannedReply): CannedReplyView => ({
  id: reply._id,
  name: reply.name,
  text: reply.text,
  createdBy: reply.createdBy,
  createdAt: reply.createdAt.toISOString(),
  changedBy: reply.changedBy,
  changedAt: reply.changedAt.toISOString(),
  version: reply.version,
})
