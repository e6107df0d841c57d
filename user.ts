// npm run user -- create EMAIL --role ROLE [--name NAME]
import path from 'node:path'
import { text as readAll } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { createAuditStore } from './core/audit/audit-store.ts'
import { checkInput } from './core/check-input.ts'
import { readConfiguration } from './core/configuration/configuration.ts'
import { createLog } from './core/log.ts'
import { migrate } from './core/migrate.ts'
import { connectDatabase, type Database } from './core/open-database.ts'
import { createAccount, newAccountSchema } from './core/users/create-account.ts'
import { createPasswordHasher } from './core/users/sign-in/password-hasher.ts'
import { createUserStore } from './core/users/user-store.ts'
import { findDatabase } from './start/running-database.ts'

const usage = `Usage: npm run user -- create EMAIL [--role user|moderator|admin] [--name NAME]

Creates an account. The password is read from standard input:
  echo 'a long password' | npm run user -- create ann@example.com --role admin

Without a password, the person gets an invitation by mail.`

/** Creates an account from a terminal, on the desk's own database. */
async function main() {
  const input = await readInput()
  const { mongodbUri, dataFolder } = readConfiguration(process.env)
  const found = await findDatabase(mongodbUri, path.resolve(dataFolder), (line) => console.error(line))
  const database = await connectDatabase(found.uri)
  const desk = await openAccounts(database)
  try {
    const { role, email } = await createAccount(desk, input)
    const next = input.password
      ? 'They can sign in now.'
      : 'The desk sends them an invitation by mail as soon as it runs.'
    console.log(`Created ${role} ${email}. ${next}`)
  } finally {
    await Promise.all([desk.passwords.close(), database.close()])
    await found.stop()
  }
}

async function readInput() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { role: { type: 'string', default: 'user' }, name: { type: 'string' } },
  })
  const [command, email] = positionals
  if (command !== 'create' || !email) throw new Error(usage)
  const typed = process.stdin.isTTY ? '' : onlyLine(await readAll(process.stdin))
  const name = values.name ?? email.split('@')[0]
  return checkInput(newAccountSchema, { email, name, role: values.role, password: typed || undefined })
}

/** More than one line is a mistake, such as a file of several passwords. Nobody could type the whole at log-in. */
function onlyLine(text: string) {
  const [line = '', ...more] = text.replace(/(\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/)
  if (more.length > 0) throw new Error('The password must be a single line. Standard input has more lines.')
  return line
}

/** The part of the desk that creating an account needs. It signs nobody in, so it works without a secret. */
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
