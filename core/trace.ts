import { z } from 'zod'

/*
 * What a ticket's history and the audit log have in common: who did something, from which surface, and what it changed.
 */

export const sources = ['slack', 'discord', 'web', 'api'] as const
export const surfaces = [...sources, 'desk'] as const

/** Somebody's id with the name they had when it was written: cards and history need no second look-up. */
export const personSchema = z.object({ id: z.string(), name: z.string() })

export const changedFieldSchema = z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })

export type Person = z.infer<typeof personSchema>
/** Who acts, for parts of the core below the accounts. */
export type Acting = { _id: string; name: string; role: string }
export type ChangedField = z.infer<typeof changedFieldSchema>
export type Source = (typeof sources)[number]
export type Surface = (typeof surfaces)[number]
