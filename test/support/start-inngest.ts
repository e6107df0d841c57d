import { inject } from 'vitest'
import { startInngest } from '../../local/inngest/inngest.ts'

export type InngestServer = { baseUrl: string; eventKey: string; signingKey: string }

const variablesOf = ({ baseUrl, eventKey, signingKey }: InngestServer) => ({
  INNGEST_BASE_URL: baseUrl,
  INNGEST_EVENT_KEY: eventKey,
  INNGEST_SIGNING_KEY: signingKey,
})

/**
 * A server for one desk, that ends with it: it starts in half a second, and one that is left with work of a desk that
 * is gone keeps more than a whole core busy. @param given one that is there already, as where the environment names one
 * @returns the variables that tell a desk of it
 */
export async function startInngestFor(dataFolder: string, given: InngestServer | null = inject('inngest')) {
  if (given) return { variables: variablesOf(given), stop: async () => {} }
  const own = await startInngest({ dataFolder, report: () => {} })
  return { variables: variablesOf(own), stop: own.stop }
}
