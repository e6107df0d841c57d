import { createHash } from 'node:crypto'
import { access, mkdir, rename, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Child, startChild } from './child.ts'
import { type DocumentDbPrograms, documentDbPrograms, postgresBin } from './documentdb-build.ts'
import { answersMongo, type RunningDatabase } from './mongo-ready.ts'
import type { Report } from './progress.ts'
import { runCommand } from './run-command.ts'

const remedy = 'Set MONGODB_URI to use a database of your own'

/** No TCP at all; DocumentDB and pg_cron, which call back into their own server, are told its socket too. */
const settings = {
  listen_addresses: '',
  'documentdb.localhost_connection_string': 'host=/desk/run',
  'cron.host': '/desk/run',
  unix_socket_directories: '/desk/run',
  unix_socket_permissions: '0700',
  shared_preload_libraries: 'pg_cron,pg_documentdb_core,pg_documentdb',
  'cron.database_name': 'postgres',
  dynamic_shared_memory_type: 'mmap',
  deadlock_timeout: '20ms',
  max_connections: '200',
  ...Object.fromEntries(
    [
      'enableCompact',
      'enableLetAndCollationForQueryMatch',
      'enableNowSystemVariable',
      'enableSortbyIdPushDownToPrimaryKey',
      'enableSchemaValidation',
      'enableBypassDocumentValidation',
      'enableUserCrud',
    ].map((name) => [`documentdb.${name}`, 'true']),
  ),
}

/** Starts Postgres with DocumentDB on `folder` and FerretDB in front of it on 127.0.0.1:`port`; builds them if need be. */
export async function startDocumentDb(
  options: { folder: string; logs: string; port: number },
  report: Report,
): Promise<RunningDatabase> {
  const programs = await documentDbPrograms(report)
  const { folder, logs, port } = options
  await prepare(programs, folder, path.join(logs, 'database-setup.log'))
  const postgres = await startPostgres(programs, folder, path.join(logs, 'postgres.log'))
  try {
    const ferretdb = await startFerret(programs, folder, path.join(logs, 'ferretdb.log'), port)
    const stop = async () => {
      await ferretdb.stop()
      await postgres.stop()
    }
    return { stop, ended: Promise.race([ferretdb.ended, postgres.ended]) }
  } catch (error) {
    await postgres.stop()
    throw error
  }
}

/** Makes the cluster under another name and renames it, so that one cut off half-way is never taken for whole. */
async function prepare(programs: DocumentDbPrograms, folder: string, log: string) {
  await mkdir(path.join(folder, 'run'), { recursive: true })
  await runCommand(
    ...inRoot(programs.root, folder, 'root', ['chown', 'postgres:postgres', '/desk', '/desk/run']),
    { log },
  )
  if (await exists(path.join(folder, 'postgres'))) return
  await rm(path.join(folder, 'unfinished'), { recursive: true, force: true })
  const initdb = [
    `${postgresBin}/initdb`,
    '-D',
    '/desk/unfinished',
    '-A',
    'trust',
    '--locale=C.UTF-8',
    '-E',
    'UTF8',
  ]
  await runCommand(...inRoot(programs.root, folder, 'postgres', initdb), { log })
  await rename(path.join(folder, 'unfinished'), path.join(folder, 'postgres'))
}

/**
 * After a kill -9 the last Postgres's processes need a moment to notice; until then a new one refuses to start, so it is tried again.
 */
async function startPostgres(programs: DocumentDbPrograms, folder: string, log: string): Promise<Child> {
  const giveUp = Date.now() + 20_000
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [command, args] = inRoot(programs.root, folder, 'postgres', [
    `${postgresBin}/postgres`,
    '-D',
    '/desk/postgres',
    ...flags,
  ])
  const setup = ['CREATE EXTENSION IF NOT EXISTS documentdb CASCADE', 'ALTER EXTENSION documentdb UPDATE']
  const psql = inRoot(programs.root, folder, 'postgres', [
    ...['psql', '--host=/desk/run', '--no-psqlrc', '--quiet', '--set=ON_ERROR_STOP=1'],
    ...setup.flatMap((statement) => ['--command', statement]),
  ])
  for (;;) {
    // SIGINT: end the sessions and close the files in order (postgres(1), "fast shutdown").
    const child = await startChild({ name: 'Postgres', command, args, log, remedy, stopSignal: 'SIGINT' })
    try {
      await child.ready(() => runCommand(...psql, { log: log.replace('.log', '-setup.log') }), 60_000)
      return child
    } catch (error) {
      await child.stop()
      const locked = error instanceof Error && /lock file|shared memory block/.test(error.message)
      if (!locked || Date.now() > giveUp) throw error
      await sleep(200)
    }
  }
}

async function startFerret(
  programs: DocumentDbPrograms,
  folder: string,
  log: string,
  port: number,
): Promise<Child> {
  const state = path.join(folder, 'ferretdb')
  await mkdir(state, { recursive: true })
  const url = `postgres://postgres@/postgres?host=${encodeURIComponent(await shortSocketFolder(folder))}`
  const child = await startChild({
    name: 'FerretDB',
    command: programs.ferretdb,
    args: [
      ...[`--postgresql-url=${url}`, `--listen-addr=127.0.0.1:${port}`, '--debug-addr=-', '--no-auth'],
      ...['--telemetry=disable', '--log-level=WARN', `--state-dir=${state}`],
    ],
    log,
    remedy,
  })
  await child.ready(() => answersMongo(`mongodb://127.0.0.1:${port}/`), 20_000)
  return child
}

/**
 * A command inside the root, where `folder` is /desk. The mount is in a namespace of its own: it ends with the process. setpriv comes
 * last because changing the user clears the parent-death signal; SIGQUIT is Postgres's immediate shutdown.
 */
function inRoot(
  root: string,
  folder: string,
  user: 'root' | 'postgres',
  command: string[],
): [string, string[]] {
  const script = 'mount --bind "$1" "$2/desk" && root=$2 && shift 2 && exec chroot "$root" "$@"'
  const asUser = [
    'setpriv',
    `--reuid=${user}`,
    `--regid=${user}`,
    '--clear-groups',
    '--pdeathsig',
    'QUIT',
    '--',
  ]
  return [
    'unshare',
    ['--mount', '--propagation', 'private', 'sh', '-c', script, 'sh', folder, root, ...asUser, ...command],
  ]
}

/** A Unix socket's path has at most 107 bytes (unix(7)): a deep data folder is reached by a short link. */
async function shortSocketFolder(folder: string): Promise<string> {
  const real = path.join(folder, 'run')
  if (Buffer.byteLength(real) <= 80) return real
  const short = path.join(
    tmpdir(),
    `deskbridge-${createHash('sha256').update(real).digest('hex').slice(0, 16)}`,
  )
  await rm(short, { force: true })
  await symlink(real, short)
  return short
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
