import path from 'node:path'
import { type LocalDatabase, prepareDatabase, startDatabase } from './database.ts'
import { type LocalInngest, startInngest } from './inngest.ts'
import { inngestBinary } from './inngest-binary.ts'
import { type LocalMailbox, startMailbox } from './mailbox.ts'
import type { Report } from './progress.ts'

export type Needs = { database: boolean; inngest: boolean; mail: boolean }

export type LocalServices = {
  database: LocalDatabase | undefined
  inngest: LocalInngest | undefined
  mail: LocalMailbox | undefined
  /** One line for each service that was wanted and did not start; the database is never among them. */
  problems: string[]
  /** Ends all of them, the database last, in less than 10 s. */
  stop(): Promise<void>
}

/**
 * Starts side by side what is needed. Throws, with everything stopped again, only when the database does not start: a desk can do
 * without the others for a while.
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
    await Promise.all([valueIn(inngest)?.stop(), valueIn(mail)?.stop()])
    await valueIn(database)?.stop()
  }
  if (database.status === 'rejected') {
    await stop()
    throw database.reason
  }
  return {
    database: database.value,
    inngest: valueIn(inngest),
    mail: valueIn(mail),
    problems: [inngest, mail].flatMap((result) =>
      result.status === 'rejected' ? [lineOf(result.reason)] : [],
    ),
    stop,
  }
}

/** Downloads or builds, once for this user, what the stand-ins need (up to 10 minutes on two cores), and starts nothing. */
export async function prepareLocalServices(report: Report) {
  await Promise.all([prepareDatabase(report), inngestBinary(report)])
}

function valueIn<T>(result: PromiseSettledResult<T>): T | undefined {
  return result.status === 'fulfilled' ? result.value : undefined
}

const lineOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
