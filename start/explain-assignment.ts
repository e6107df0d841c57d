// npm run assign:explain -- 42
import path from 'node:path'
import { readConfiguration } from '../core/configuration/configuration.ts'
import { connectDatabase } from '../core/open-database.ts'
import { createTicketStore } from '../core/tickets/store/ticket-store.ts'
import { explainAssignment } from '../core/triage/explain-assignment.ts'
import { findDatabase } from './running-database.ts'

/** Prints who was considered for a ticket, and why somebody got it. */
async function main(given: string | undefined) {
  const number = Number(given?.replace(/^#/, ''))
  if (!Number.isSafeInteger(number) || number < 1)
    throw new Error('Say which ticket: npm run assign:explain -- 42')
  const { mongodbUri, dataFolder } = readConfiguration(process.env)
  const found = await findDatabase(mongodbUri, path.resolve(dataFolder), (line) => console.error(line))
  const database = await connectDatabase(found.uri)
  try {
    const tickets = createTicketStore(database, new Set(), () => new Date())
    const ticket = await tickets.findByNumber(number)
    if (!ticket || ticket.deleted) throw new Error(`There is no ticket #${number}.`)
    console.log(explainAssignment(ticket))
  } finally {
    await database.close()
    await found.stop()
  }
}

try {
  await main(process.argv[2])
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
