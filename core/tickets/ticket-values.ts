/*
 * What a ticket's fields may hold. Apart from the schemas, so that the console's lists load no zod.
 */

export const statuses = ['open', 'in_progress', 'waiting', 'resolved', 'closed'] as const
export const priorities = ['low', 'medium', 'high', 'urgent'] as const
export const urgencies = ['low', 'normal', 'high', 'critical'] as const

export type Status = (typeof statuses)[number]
export type Priority = (typeof priorities)[number]
export type Urgency = (typeof urgencies)[number]
