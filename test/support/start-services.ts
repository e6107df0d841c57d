import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { inngestBinary } from '../../local/inngest/inngest-binary.ts'
import { startLocalServices } from '../../local/services.ts'
import type { InngestServer } from './start-inngest.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** without a database name; ends in a slash */
    mongodb: string
    /** one that the environment names; else each desk has one of its own (start-inngest.ts) */
    inngest: InngestServer | null
  }
}

/**
 * One real database for the whole run, and the program of a real Inngest server. `MONGODB_URI` and `INNGEST_BASE_URL`
 * with its keys name others, as on a machine where they are services already.
 */
export default async function setup(project: TestProject) {
  const { MONGODB_URI, INNGEST_BASE_URL, INNGEST_EVENT_KEY = '', INNGEST_SIGNING_KEY = '' } = process.env
  const dataFolder = await mkdtemp(join(tmpdir(), 'deskbridge-test-'))
  const report = (line: string) => console.log(line)
  const needs = { database: !MONGODB_URI, inngest: false, mail: false }
  const [services] = await Promise.all([
    startLocalServices({ needs, dataFolder, report }),
    INNGEST_BASE_URL ? undefined : inngestBinary(report),
  ])
  const given = MONGODB_URI ? new URL(MONGODB_URI) : undefined
  project.provide('mongodb', given ? `${given.protocol}//${given.host}/` : (services.database?.uri ?? ''))
  project.provide(
    'inngest',
    INNGEST_BASE_URL
      ? { baseUrl: INNGEST_BASE_URL, eventKey: INNGEST_EVENT_KEY, signingKey: INNGEST_SIGNING_KEY }
      : null,
  )
  return async () => {
    await services.stop()
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 })
  }
}
