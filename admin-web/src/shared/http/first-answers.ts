import { hashKey, type QueryKey } from '@tanstack/react-query'
import { request } from './request.ts'

/** How long the first page has to use its answers: on a slow phone, its last parts follow a second after the first. */
const keptMs = 5_000

const answers = new Map<string, unknown>()
let reading: Promise<unknown> | null = null

/** Reads the answers that the page's HTML preloads. One that fails is left to its page, which says so. */
export function readFirstAnswers() {
  const links = document.querySelectorAll('link[rel="preload"][href^="/api/tickets"]')
  reading ??= Promise.all([...links].map((link) => readFirst(link.getAttribute('href') ?? '')))
  return reading
}

const readFirst = (path: string) =>
  request(path).then(
    (answer) => answers.set(path, answer),
    () => {},
  )

export const firstAnswer = <Answer>(path: string) => answers.get(path) as Answer | undefined

/** They are one person's: nobody who signs in afterwards may see them. */
export const forgetFirstAnswers = () => answers.clear()

/** To be called when the first page is shown: a later one asks again. */
export const forgetFirstAnswersSoon = () => void setTimeout(forgetFirstAnswers, keptMs)

/** The queries that the answers serve, by path. */
const served = new Map<string, string>()

/** An answer serves one query. Where something changed since, its query has another key and has to ask. */
function answerFor<Answer>(path: string, queryKey: QueryKey): Answer | undefined {
  const hash = hashKey(queryKey)
  if (!served.has(path)) served.set(path, hash)
  return served.get(path) === hash ? firstAnswer<Answer>(path) : undefined
}

/**
 * Options of a query that the first page makes. With its answer at hand, the page appears at once and doesn't ask again.
 * @param dataOf makes the query's data of the answer; undefined: the query has to ask itself
 */
export const fromFirstAnswer = <Answer, Data>(
  queryKey: QueryKey,
  path: string,
  dataOf: (answer: Answer) => Data | undefined,
) => ({
  queryKey,
  staleTime: () => (answerFor(path, queryKey) ? Number.POSITIVE_INFINITY : 0),
  initialData: () => {
    const answer = answerFor<Answer>(path, queryKey)
    return answer && dataOf(answer)
  },
})
