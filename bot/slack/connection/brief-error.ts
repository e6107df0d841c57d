/** An error for the log, without the requests and documents that libraries attach to their errors. */
export function briefError(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message, stack } = error
  return { type: name, message, stack }
}
