import type { AttachedFile } from '../../attachments/attached-file.ts'
import type { TicketEffect } from '../../outbox/entry.ts'

/** What follows files that a ticket or a comment was written with: see `core/workflows/fetch-files.ts`. */
export const fetchFiles = (files: readonly AttachedFile[], comment?: string): TicketEffect[] =>
  files.length > 0 ? [{ queue: 'files', kind: 'fetch-files', ...(comment ? { comment } : {}) }] : []
