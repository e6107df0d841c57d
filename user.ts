// npm run user -- create EMAIL --role ROLE [--name NAME]
import path from 'node:path'
import { text as readAll } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { checkInput } from './core/check-input.ts'
import { readConfiguration } from './core/configuration/configuration.ts'
import { createDesk } from './core/create-desk.ts'
import { connectDatabase } from './core/open-database.ts'
import { createLog } from './core/log.ts'
import { createAccount, newAccountSchema } from './core/users/create-account.ts'
import { findDatabase } from './start/running-database.ts'

const usage = `Usage: npm run user -- create EMAIL --role user|moderator|admin [--name NAME]

The password is read from standard input; without one an invitation goes to the address by mail:
  echo 'a long password' | npm run user -- create ann@example.com --role admin`

/** Makes an account from a terminal, on the same database as the desk. */
async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { role: { type: 'string', default: 'user' }, name: { type: 'string' } },
  })
  const [command, email] = positionals
  if (command !== 'create' || !email) throw new Error(usage)
  const password = process.stdin.isTTY ? undefined : (await readAll(process.stdin)).replace(/\r?\n$/, '')
  const name = values.name ?? email.split('@')[0]
  const input = checkInput(newAccountSchema, {
    email,
    name,
    role: values.role,
    password: password || undefined,
  })

  const configuration = readConfiguration(process.env)
  const say = (line: string) => console.error(line)
  const found = await findDatabase(configuration.mongodbUri, path.resolve(configuration.dataFolder), say)
  const database = await connectDatabase(found.uri)
  const desk = await createDesk({
    database,
    enabledQueues: new Set(['mail']),
    jwtSecret: 'accounts are made without signing anything in',
    relay: () => {},
    log: createLog('silent'),
  })
  try {
    const user = await createAccount(desk, input)
    const how = input.password
      ? 'They can sign in now.'
      : 'An invitation goes out by mail as soon as the desk runs.'
    console.log(`Made ${user.role} ${user.email}. ${how}`)
  } finally {
    await Promise.all([desk.passwords.close(), database.close()])
    await found.stop()
  }
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
