import { z } from 'zod'
import { categoryFieldSchema, fieldKeySchema } from '../../catalog/form/category-field.ts'

/** The answer to a field; null: none. Text, an option or a date (ISO 8601, `2026-11-30`) are strings. */
export const answerSchema = z.union([z.string(), z.number(), z.boolean()]).nullable()
export type Answer = z.infer<typeof answerSchema>

/** Answers by the key of their field. */
export const answersSchema = z.record(fieldKeySchema, answerSchema)
export type Answers = z.infer<typeof answersSchema>

/** A field as it was asked when the ticket was filed, and its answer. */
export const ticketFieldSchema = categoryFieldSchema.extend({ value: answerSchema })
export type TicketField = z.infer<typeof ticketFieldSchema>
