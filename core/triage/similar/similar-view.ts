import { z } from 'zod'
import { readMarkdown } from '../../rich-text/read-markdown.ts'
import { shortened } from '../../rich-text/title.ts'
import { plainText } from '../../rich-text/write-plain.ts'
import { type Ticket, ticketSchema } from '../../tickets/ticket.ts'
import { personSchema } from '../../trace.ts'
import type { SimilarTicket } from './find-similar.ts'

const maxResolution = 300

/** A similar ticket in the API: what it was, and how it ended. */
export const similarViewSchema = ticketSchema
  .pick({ number: true, title: true, status: true, category: true, priority: true })
  .extend({
    id: z.string(),
    createdAt: z.iso.datetime(),
    resolvedBy: personSchema.nullable(),
    resolution: z.string().nullable().describe('how it was solved, as plain text of at most 300 characters'),
    similarity: z.number().min(0).max(1),
    isLikelyDuplicate: z
      .boolean()
      .describe('whether the ticket may be a duplicate of this earlier one, which is not resolved'),
  })

export type SimilarView = z.infer<typeof similarViewSchema>

export const similarViewOf = ({ ticket, similarity, isLikelyDuplicate }: SimilarTicket): SimilarView => ({
  id: ticket._id,
  number: ticket.number,
  title: ticket.title,
  status: ticket.status,
  category: ticket.category,
  priority: ticket.priority,
  createdAt: ticket.createdAt.toISOString(),
  resolvedBy: ticket.resolution && { id: ticket.resolution.by.id, name: ticket.resolution.by.name },
  resolution: ticket.resolution && resolutionWords(ticket.resolution.text),
  similarity: Math.round(similarity * 100) / 100,
  isLikelyDuplicate,
})

/** @param resolution Markdown @returns its start as plain text */
export const resolutionWords = (resolution: string) =>
  shortened(plainText(readMarkdown(resolution)).replace(/\s+/g, ' ').trim(), maxResolution)

/** A ticket that may be about the same as one that is about to be filed. */
export const lookAlikeSchema = similarViewSchema.pick({ id: true, number: true, title: true })
export type LookAlike = z.infer<typeof lookAlikeSchema>

export const lookAlikeOf = ({
  _id: id,
  number,
  title,
}: Pick<Ticket, '_id' | 'number' | 'title'>): LookAlike => ({
  id,
  number,
  title,
})
