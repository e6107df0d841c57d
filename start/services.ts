import path from 'node:path'
import type { Configuration } from '../core/configuration/configuration.ts'
import type { InngestSettings } from '../core/workflows/inngest.ts'
import type { LocalMailbox } from '../local/mail/mailbox.ts'
import { type LocalServices, startLocalServices } from '../local/services.ts'

export type Services = {
  mongodbUri: string
  /** null when Inngest did not start: triage and deliveries wait */
  inngest: InngestSettings | null
  mail: { host: string; port: number; user?: string | undefined; pass?: string | undefined }
  mailbox: LocalMailbox | undefined
  /** descriptions of the stand-ins on this machine */
  standIns: Partial<Record<'database' | 'inngest' | 'mail' | 'slack' | 'discord', string>>
  problems: string[]
  stop: () => Promise<void>
}

/** Returns the configured services, and starts a stand-in on this machine for each of the others. */
export async function findServices(
  configuration: Configuration,
  report: (line: string) => void,
): Promise<Services> {
  const { mongodbUri, inngest, mail, dataFolder, inngestApp } = configuration
  const local = await startLocalServices({
    needs: { database: !mongodbUri, inngest: !inngest, mail: !mail },
    dataFolder: path.resolve(dataFolder),
    report,
  })
  const uri = mongodbUri ?? `${local.database?.uri}deskbridge`
  const events = inngest ?? local.inngest
  return {
    mongodbUri: uri,
    inngest: events
      ? { app: inngestApp, baseUrl: events.baseUrl, eventKey: events.eventKey, signingKey: events.signingKey }
      : null,
    mail: mail ?? local.mail ?? { host: '127.0.0.1', port: 25 },
    mailbox: local.mail,
    standIns: standInsOf(local),
    problems: local.problems,
    stop: local.stop,
  }
}

const standInsOf = ({ database, inngest, mail }: LocalServices) => ({
  ...(database ? { database: database.description } : {}),
  ...(inngest ? { inngest: inngest.description } : {}),
  ...(mail ? { mail: mail.description } : {}),
})
