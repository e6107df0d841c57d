/**
 * How large files may be.
 * @property fileBytes one file @property perMessage files of one ticket's description or one comment
 * @property ticketBytes all files of a ticket and its comments
 */
export type FileLimits = { fileBytes: number; perMessage: number; ticketBytes: number }

const mebibyte = 1_024 * 1_024

export const defaultFileLimits: FileLimits = {
  fileBytes: 25 * mebibyte,
  perMessage: 10,
  ticketBytes: 200 * mebibyte,
}

/** The most files that any desk may allow in one message: Discord takes ten. */
export const maxPerMessage = 10
