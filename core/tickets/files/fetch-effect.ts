import type { AttachedFile } from '../../attachments/attached-file.ts'
import type { TicketEffect } from '../../outbox/entry.ts'

/** The effect of a ticket or comment with files: see `core/workflows/files/fetch-files.ts`. */
export const fetchFiles = (files: readonly AttachedFile[], comment?: string): TicketEffect[] =>
  files.length > 0 ? [{ queue: 'files', kind: 'fetch-files', ...(comment ? { comment } : {}) }] : []
