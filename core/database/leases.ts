import { z } from 'zod'

/** The leases of one document, by name: the holder of each, and when it ends. */
export const leasesSchema = z.record(z.string(), z.object({ by: z.string(), until: z.date() }))
export type Leases = z.infer<typeof leasesSchema>
