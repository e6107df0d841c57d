// npm run reset
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { readConfiguration } from '../core/configuration/configuration.ts'
import { runningDesk } from './running-database.ts'

/** What the desk puts into its data folder. Whatever else is in it stays. */
const own = /^(database|inngest|mail|playground|logs)(\.[\w.-]+)?$|^(jwt-secret|running\.json)$/

/**
 * Deletes all that a desk with a playground keeps on this machine, so that its next start is its first.
 * @throws Error with the remedy for a desk that people may work with
 */
async function reset(environment: NodeJS.ProcessEnv): Promise<string> {
  const { mongodbUri, dataFolder: given } = readConfiguration(environment)
  const folder = path.resolve(given)
  if (mongodbUri)
    throw new Error(
      'Tickets are in the database of MONGODB_URI, which this does not delete. Unset MONGODB_URI.',
    )
  const names = await readdir(folder).catch(() => [])
  if (!names.includes('playground'))
    throw new Error(`Nothing was deleted: ${folder} has no playground, so people may work with this desk.`)
  if (await runningDesk(folder)) throw new Error(`The desk on ${folder} is running. Stop it first.`)
  for (const name of names)
    if (own.test(name)) await rm(path.join(folder, name), { recursive: true, force: true })
  return `Deleted the desk in ${folder} with its tickets, mails and conversations. The next start begins anew.`
}

try {
  console.log(await reset(process.env))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
