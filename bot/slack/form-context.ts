import { z } from 'zod'

/**
 * What a form keeps until it is submitted.
 * @property ticket its id
 * @property seenAt when it was filled with what the ticket had, in ms
 * @property home the place of the home tab that the form was opened from, which is shown again afterwards
 */
const contextSchema = z.object({
  ticket: z.string(),
  home: z.string().optional(),
  seenAt: z.number().optional(),
})
export type FormContext = z.infer<typeof contextSchema>

export const writeFormContext = (context: FormContext) => JSON.stringify(context)
export const readFormContext = (metadata: string) => contextSchema.parse(JSON.parse(metadata))
