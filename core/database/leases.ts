import { z } from 'zod'

/** The leases of one document, by name: who holds each, and until when. */
export const leasesSchema = z.record(z.string(), z.object({ by: z.string(), until: z.date() }))
export type Leases = z.infer<typeof leasesSchema>
