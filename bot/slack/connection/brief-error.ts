/** An error for the log: what and where, without the requests and documents that libraries hang on their errors. */
export function briefError(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message, stack } = error
  return { type: name, message, stack }
}
