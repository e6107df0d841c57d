import path from 'node:path'
import { type LocalDatabase, prepareDatabase, startDatabase } from './database/database.ts'
import { type LocalInngest, startInngest } from './inngest/inngest.ts'
import { inngestBinary } from './inngest/inngest-binary.ts'
import { type LocalMailbox, startMailbox } from './mail/mailbox.ts'
import type { Report } from './progress.ts'

export type Needs = { database: boolean; inngest: boolean; mail: boolean }

export type LocalServices = {
  database: LocalDatabase | undefined
  inngest: LocalInngest | undefined
  mail: LocalMailbox | undefined
  /** a line for each service that did not start, never about the database */
  problems: string[]
  /** Stops all of them, the database last, in less than 10 s. */
  stop(): Promise<void>
}

/**
 * Starts the needed services in parallel. When the database does not start, it stops the others and throws. The desk works without
 * the others for a while.
 */
export async function startLocalServices(options: {
  needs: Needs
  dataFolder: string
  report: Report
}): Promise<LocalServices> {
  const { needs, dataFolder, report } = options
  const [database, inngest, mail] = await Promise.allSettled([
    needs.database ? startDatabase({ dataFolder, report }) : undefined,
    needs.inngest ? startInngest({ dataFolder, report }) : undefined,
    needs.mail ? startMailbox({ folder: path.join(dataFolder, 'mail'), report }) : undefined,
  ])
  const stop = async () => {
    await Promise.all([fulfilledValue(inngest)?.stop(), fulfilledValue(mail)?.stop()])
    await fulfilledValue(database)?.stop()
  }
  if (database.status === 'rejected') {
    await stop()
    throw database.reason
  }
  return {
    database: database.value,
    inngest: fulfilledValue(inngest),
    mail: fulfilledValue(mail),
    problems: [inngest, mail].flatMap((result) =>
      result.status === 'rejected' ? [messageOf(result.reason)] : [],
    ),
    stop,
  }
}

/** Downloads or builds what the stand-ins need, without starting them. Takes up to 10 minutes on two cores, once per user. */
export async function prepareLocalServices(report: Report) {
  await Promise.all([prepareDatabase(report), inngestBinary(report)])
}

function fulfilledValue<T>(result: PromiseSettledResult<T>): T | undefined {
  return result.status === 'fulfilled' ? result.value : undefined
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
