import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startLocalServices } from '../../local/services.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** without a database name; ends in a slash */
    mongodb: string
    inngest: { baseUrl: string; eventKey: string; signingKey: string }
  }
}

/**
 * One real database and one real Inngest server for the whole run. `MONGODB_URI` and `INNGEST_BASE_URL` with its keys
 * name others, as on a machine where they are services already.
 */
export default async function setup(project: TestProject) {
  const { MONGODB_URI, INNGEST_BASE_URL, INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY } = process.env
  const dataFolder = await mkdtemp(join(tmpdir(), 'deskbridge-test-'))
  const report = (line: string) => console.log(line)
  const services = await startLocalServices({
    needs: { database: !MONGODB_URI, inngest: !INNGEST_BASE_URL, mail: false },
    dataFolder,
    report,
  })
  if (services.problems.length > 0) throw new Error(services.problems.join('\n'))
  const given = MONGODB_URI ? new URL(MONGODB_URI) : undefined
  project.provide('mongodb', given ? `${given.protocol}//${given.host}/` : (services.database?.uri ?? ''))
  project.provide(
    'inngest',
    services.inngest
      ? {
          baseUrl: services.inngest.baseUrl,
          eventKey: services.inngest.eventKey,
          signingKey: services.inngest.signingKey,
        }
      : {
          baseUrl: INNGEST_BASE_URL ?? '',
          eventKey: INNGEST_EVENT_KEY ?? '',
          signingKey: INNGEST_SIGNING_KEY ?? '',
        },
  )
  return async () => {
    await services.stop()
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 })
  }
}
