import type { AttachedFile } from '../../attachments/attached-file.ts'
import type { FileOwner } from '../../attachments/stored-file.ts'
import type { ChatQueue, TicketEffect } from '../../outbox/entry.ts'
import type { Surface } from '../../surface-names.ts'

/**
 * The description of a ticket, or a comment, whose files are fetched.
 * @property redraw shows the message again, with the files that never come
 * @property update replaces a file where it is listed. False: it is no longer listed
 */
export type MessageWithFiles = {
  owner: FileOwner
  by: string
  sentFrom: Surface
  files: AttachedFile[]
  isInternal: boolean
  shownOn: readonly ChatQueue[]
  redraw: TicketEffect[]
  update: (file: AttachedFile) => Promise<boolean>
}
