// npm run user -- create EMAIL --role ROLE [--name NAME]
// npm run user -- reset-second-factor EMAIL
import path from 'node:path'
import { text as readAll } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import type { z } from 'zod'
import { createAuditStore } from './core/audit/audit-store.ts'
import { checkInput } from './core/check-input.ts'
import { readConfiguration } from './core/configuration/configuration.ts'
import { createLog } from './core/log.ts'
import { migrate } from './core/migrate.ts'
import { connectDatabase, type Database } from './core/open-database.ts'
import { createAccount, newAccountSchema } from './core/users/create-account.ts'
import { resetSecondFactorByTerminal } from './core/users/second-factor/reset.ts'
import { createPasswordHasher } from './core/users/sign-in/password-hasher.ts'
import { createUserStore } from './core/users/user-store.ts'
import { findDatabase } from './start/running-database.ts'

const usage = `Usage: npm run user -- create EMAIL [--role user|moderator|admin] [--name NAME]
       npm run user -- reset-second-factor EMAIL

create makes an account. The password is read from standard input:
  echo 'a long password' | npm run user -- create ann@example.com --role admin
Without a password, the person gets an invitation by mail.

reset-second-factor helps somebody who lost their phone and their recovery codes, also the last admin.`

/** Creates accounts and resets two-step sign-in from a terminal, on the desk's own database. */
async function main() {
  const run = await readCommand()
  const { mongodbUri, dataFolder } = readConfiguration(process.env)
  const found = await findDatabase(mongodbUri, path.resolve(dataFolder), (line) => console.error(line))
  const database = await connectDatabase(found.uri)
  const desk = await openAccounts(database)
  try {
    console.log(await run(desk))
  } finally {
    await Promise.all([desk.passwords.close(), database.close()])
    await found.stop()
  }
}

type Accounts = Awaited<ReturnType<typeof openAccounts>>

/** @returns the command. It returns the line to print */
async function readCommand(): Promise<(desk: Accounts) => Promise<string>> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { role: { type: 'string', default: 'user' }, name: { type: 'string' } },
  })
  const [command, email, ...more] = positionals
  if (!email || more.length > 0) throw new Error(usage)
  if (command === 'reset-second-factor') return (desk) => resetFor(desk, email)
  if (command !== 'create') throw new Error(usage)
  const typed = process.stdin.isTTY ? '' : onlyLine(await readAll(process.stdin))
  const name = values.name ?? email.split('@')[0]
  const input = checkInput(newAccountSchema, { email, name, role: values.role, password: typed || undefined })
  return (desk) => createFor(desk, input)
}

async function createFor(desk: Accounts, input: z.infer<typeof newAccountSchema>) {
  const { role, email } = await createAccount(desk, input)
  const next = input.password
    ? 'They can sign in now.'
    : 'The desk sends them an invitation by mail as soon as it runs.'
  return `Created ${role} ${email}. ${next}`
}

async function resetFor(desk: Accounts, email: string) {
  await resetSecondFactorByTerminal(desk, email)
  return `Reset two-step sign-in of ${email}. The password alone is enough now. The desk signs them out and sends them a mail as soon as it runs.`
}

/** More than one line is a mistake, such as a file of several passwords. Nobody could type the whole at log-in. */
function onlyLine(text: string) {
  const [line = '', ...more] = text.replace(/(\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/)
  if (more.length > 0) throw new Error('The password must be a single line. Standard input has more lines.')
  return line
}

/** The part of the desk that the commands need. It signs nobody in, so it works without a secret. */
async function openAccounts(database: Database) {
  await migrate(database)
  const now = () => new Date()
  return {
    users: createUserStore(database, new Set(['mail', 'maintenance']), now),
    audit: createAuditStore(database),
    passwords: createPasswordHasher(),
    now,
    log: createLog('silent'),
  }
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
