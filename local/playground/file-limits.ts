/** The desk takes files of 25 MiB. A little more can be sent, to see what it says then. */
export const maxFileBytes = 27_000_000
/** All files of a message: they travel as base64 in one message of the page. */
export const maxFilesBytes = 58_000_000

const base64Length = (bytes: number) => Math.ceil(bytes / 3) * 4
export const maxFileLength = base64Length(maxFileBytes)
