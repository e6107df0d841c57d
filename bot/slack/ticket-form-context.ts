import { z } from 'zod'
import { fileSourceSchema } from '../../core/attachments/attached-file.ts'
import { maxPerMessage } from '../../core/attachments/file-limits.ts'
import { type Answer, answerSchema } from '../../core/tickets/fields/ticket-field.ts'
import { truncate } from './views/markup.ts'

const incomingFileSchema = z.object({ name: z.string(), size: z.number(), from: fileSourceSchema })

/**
 * What the form for a new ticket keeps until it is submitted.
 * @property files those of the message that the form is about
 * @property kept answers to what another category asks, by the block that asked. Slack forgets a block that is taken out
 */
const contextSchema = z.object({
  files: z.array(incomingFileSchema),
  kept: z.record(z.string(), answerSchema).default({}),
})
export type TicketFormContext = z.infer<typeof contextSchema>

/** Slack's limit: https://docs.slack.dev/reference/views/modal-views#modal-fields */
const maxMetadata = 3_000

/** What does not fit is left out, the longest answers first. */
export function writeTicketForm({
  files,
  kept = {},
}: Pick<TicketFormContext, 'files'> & Partial<TicketFormContext>): string {
  const named = files.slice(0, maxPerMessage).map((file) => ({ ...file, name: truncate(file.name, 100) }))
  const shortestFirst = Object.entries(kept).toSorted((a, b) => lengthOf(a) - lengthOf(b))
  return shortestFirst.reduce(
    (written, _, index) => {
      const more = JSON.stringify({
        files: named,
        kept: Object.fromEntries(shortestFirst.slice(0, index + 1)),
      })
      return more.length > maxMetadata ? written : more
    },
    JSON.stringify({ files: named, kept: {} }),
  )
}

const lengthOf = (entry: [string, Answer]) => JSON.stringify(entry).length

/** A form that was open while the desk was updated has only a list of files. */
export function readTicketForm(metadata: string): TicketFormContext {
  const json: unknown = metadata ? JSON.parse(metadata) : []
  const read = contextSchema.safeParse(Array.isArray(json) ? { files: json } : json)
  return read.data ?? { files: [], kept: {} }
}
