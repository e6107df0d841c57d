import { inject } from 'vitest'
import { startInngest } from '../../local/inngest.ts'

export type InngestServer = { baseUrl: string; eventKey: string; signingKey: string }

/**
 * A server for one desk, that ends with it: it starts in half a second, and one that is left with work of a desk that
 * is gone keeps more than a whole core busy. @param given one that is there already, as where the environment names one
 * @returns the variables that tell a desk of it
 */
export async function startInngestFor(dataFolder: string, given: InngestServer | null = inject('inngest')) {
  const own = given ? null : await startInngest({ dataFolder, report: () => {} })
  const { baseUrl, eventKey, signingKey } = given ?? (own as InngestServer)
  return {
    variables: {
      INNGEST_BASE_URL: baseUrl,
      INNGEST_EVENT_KEY: eventKey,
      INNGEST_SIGNING_KEY: signingKey,
    },
    stop: async () => own?.stop(),
  }
}
