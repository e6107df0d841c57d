export type FieldProblem = { field: string; message: string }

/** Why a request failed, in the API's words (RFC 9457). Status 0: no answer arrived. */
export type Problem = Error & { status: number; fields: FieldProblem[]; retryAfter: number | undefined }

export const isProblem = (error: unknown): error is Problem => error instanceof Error && 'status' in error

export const problem = (
  status: number,
  message: string,
  more: { fields?: FieldProblem[] | undefined; retryAfter?: number | undefined } = {},
): Problem =>
  Object.assign(new Error(message), { status, fields: more.fields ?? [], retryAfter: more.retryAfter })

type Document = { title?: string; detail?: string; errors?: FieldProblem[]; retryAfter?: number }

/** Reads the problem document of a failed answer. An answer without one, as from a proxy, gets a general message. */
export async function problemOf(response: Response): Promise<Problem> {
  const document = (await response.json().catch(() => null)) as Document | null
  const message =
    document?.detail ?? document?.title ?? `The desk answered with status ${response.status}. Try again.`
  return problem(response.status, message, { fields: document?.errors, retryAfter: document?.retryAfter })
}

/** The message to show for any error. */
export const errorMessage = (error: unknown) =>
  isProblem(error) ? error.message : 'Something went wrong on this page. Reload it and try again.'
