import { z } from 'zod'

/**
 * Where to fetch a file that was sent on Discord: from its message, or from an address. A file uploaded in a form
 * belongs to no message, and its address expires after a day.
 */
const onDiscordSchema = z.union([
  z.object({ channel: z.string(), message: z.string(), attachment: z.string() }),
  z.object({ url: z.string() }),
])

/** A file that somebody sent in a chat, and where to fetch it. */
export const fileSourceSchema = z.union([
  z.object({ slack: z.object({ team: z.string(), file: z.string() }) }),
  z.object({ discord: onDiscordSchema }),
])

/** @property size in bytes, as the chat states it */
export type IncomingFile = { name: string; size: number; from: FileSource }

/**
 * - `ready`: can be downloaded
 * - `coming`: is still in the chat that it was sent in
 * - `scanning`: is stored, and waits for the virus scanner
 * - `failed`: never comes; `reason` says why
 */
export const fileStates = ['ready', 'coming', 'scanning', 'failed'] as const

/** A file as its ticket or comment stores it. */
export const attachedFileSchema = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string().describe('media type, told by the content; application/octet-stream until it is known'),
  size: z.number().int().describe('bytes'),
  state: z.enum(fileStates),
  reason: z.string().optional().describe('why it failed'),
  from: fileSourceSchema.optional().describe('where to fetch it, while it is coming'),
})

export type FileSource = z.infer<typeof fileSourceSchema>
export type AttachedFile = z.infer<typeof attachedFileSchema>

/** A file in the API: what its ticket or comment stores, without where it comes from. */
export const fileViewSchema = attachedFileSchema.omit({ from: true })
export type FileView = z.infer<typeof fileViewSchema>
export const fileViewOf = ({ from: _from, ...file }: AttachedFile): FileView => file

export const unknownType = 'application/octet-stream'

export const isPending = ({ state }: Pick<AttachedFile, 'state'>) =>
  state === 'coming' || state === 'scanning'

/** How much of the ticket's allowance these files take, in bytes. */
export const sizeOf = (files: readonly AttachedFile[]) =>
  files.reduce((sum, { state, size }) => (state === 'failed' ? sum : sum + size), 0)
