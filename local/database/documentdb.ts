import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { exists } from '../exists.ts'
import { type Child, startChild } from '../processes/child.ts'
import { runCommand } from '../processes/run-command.ts'
import { shortPath } from '../socket-folder.ts'
import type { DatabaseOptions } from './database-options.ts'
import { type DocumentDbPrograms, documentDbPrograms, postgresBin } from './documentdb-build.ts'
import { answersMongo, mongoUri } from './mongo-ready.ts'

const remedy = 'Set MONGODB_URI to use a database of your own'

/** Postgres listens only on a socket. DocumentDB and pg_cron connect to their own server through it too. */
const settings = {
  listen_addresses: '',
  'documentdb.localhost_connection_string': 'host=/desk/run',
  'cron.host': '/desk/run',
  unix_socket_directories: '/desk/run',
  unix_socket_permissions: '0700',
  shared_preload_libraries: 'pg_cron,pg_documentdb_core,pg_documentdb_extended_rum,pg_documentdb',
  // The plain access method can't sort by an index, so each page of a list would sort all its matches.
  'documentdb.alternate_index_handler_name': 'extended_rum',
  'cron.database_name': 'postgres',
  // A job looks for indexes to build every 2 s. Don't log each run.
  'cron.log_statement': 'off',
  'cron.log_run': 'off',
  log_checkpoints: 'off',
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

/** Starts Postgres with DocumentDB, and FerretDB in front of it. Builds both first if necessary. */
export async function startDocumentDb(
  options: DatabaseOptions,
): Promise<{ socket: string; stop(): Promise<void> }> {
  const programs = await documentDbPrograms(options.report)
  await makeCluster(programs, options)
  const postgres = await startPostgres(programs, options)
  try {
    const { socket, ferretdb } = await startFerret(programs, options)
    return {
      socket,
      stop: async () => {
        await ferretdb.stop()
        await postgres.stop()
      },
    }
  } catch (error) {
    await postgres.stop()
    throw error
  }
}

/** Creates the cluster under a temporary name and renames it, so an interrupted one is never used. */
async function makeCluster(programs: DocumentDbPrograms, { folder, logs }: DatabaseOptions) {
  const log = path.join(logs, 'database-setup.log')
  await mkdir(path.join(folder, 'run'), { recursive: true })
  await runCommand(
    ...inRoot(programs.root, folder, 'root', ['chown', 'postgres:postgres', '/desk', '/desk/run']),
    { log },
  )
  if (await exists(path.join(folder, 'postgres'))) return
  await rm(path.join(folder, 'unfinished'), { recursive: true, force: true })
  const initdb = [
    ...[`${postgresBin}/initdb`, '--pgdata=/desk/unfinished', '--auth=trust'],
    ...['--locale=C.UTF-8', '--encoding=UTF8'],
  ]
  await runCommand(...inRoot(programs.root, folder, 'postgres', initdb), { log })
  await rename(path.join(folder, 'unfinished'), path.join(folder, 'postgres'))
}

/**
 * Retries for 20 s: after a kill -9 the processes of the last Postgres take a moment to end, and a new one can't start before.
 */
async function startPostgres(programs: DocumentDbPrograms, options: DatabaseOptions): Promise<Child> {
  const { folder, logs } = options
  const deadline = Date.now() + 20_000
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [command, args] = inRoot(programs.root, folder, 'postgres', [
    `${postgresBin}/postgres`,
    '-D',
    '/desk/postgres',
    ...flags,
  ])
  const setup = [
    'CREATE EXTENSION IF NOT EXISTS documentdb CASCADE',
    'ALTER EXTENSION documentdb UPDATE',
    'CREATE EXTENSION IF NOT EXISTS documentdb_extended_rum',
  ]
  const psql = inRoot(programs.root, folder, 'postgres', [
    ...['psql', '--host=/desk/run', '--no-psqlrc', '--quiet', '--set=ON_ERROR_STOP=1'],
    ...setup.flatMap((statement) => ['--command', statement]),
  ])
  for (;;) {
    // SIGINT is Postgres's "fast shutdown" (postgres(1)): it ends sessions and closes files in order.
    const child = await startChild({
      name: 'Postgres',
      command,
      args,
      log: path.join(logs, 'postgres.log'),
      remedy,
      stopSignal: 'SIGINT',
      onExit: options.report,
    })
    try {
      await child.ready(() => runCommand(...psql, { log: path.join(logs, 'database-setup.log') }), 60_000)
      return child
    } catch (error) {
      await child.stop()
      const locked = error instanceof Error && /lock file|shared memory block/.test(error.message)
      if (!locked || Date.now() > deadline) throw error
      await sleep(200)
    }
  }
}

async function startFerret(programs: DocumentDbPrograms, options: DatabaseOptions) {
  const { folder, logs, sockets } = options
  const state = path.join(folder, 'ferretdb')
  await mkdir(state, { recursive: true })
  const postgres = await shortPath(path.join(folder, 'run'))
  const url = `postgres://postgres@/postgres?host=${encodeURIComponent(postgres.folder)}`
  const socket = path.join(sockets, 'ferretdb.sock')
  // A killed FerretDB may have left its socket. We hold the folder's lock, so it is safe to remove.
  await rm(socket, { force: true })
  const child = await startChild({
    name: 'FerretDB',
    command: programs.ferretdb,
    args: [
      ...[
        `--postgresql-url=${url}`,
        '--listen-addr=-',
        `--listen-unix=${socket}`,
        '--debug-addr=-',
        '--no-auth',
      ],
      ...['--telemetry=disable', '--log-level=WARN', `--state-dir=${state}`],
    ],
    log: path.join(logs, 'ferretdb.log'),
    remedy,
    stopWithin: 2000,
    onExit: options.report,
  })
  void child.ended.then(postgres.removeLink)
  await child.ready(() => answersMongo(mongoUri(socket)), 20_000)
  return { socket, ferretdb: child }
}

/**
 * Wraps a command so it runs inside the root, where `folder` is mounted as /desk. The mount ends with the process, since it is in
 * a namespace of its own. setpriv comes last, since changing the user clears the parent-death signal. SIGQUIT is Postgres's
 * immediate shutdown.
 */
function inRoot(
  root: string,
  folder: string,
  user: 'root' | 'postgres',
  command: string[],
): [string, string[]] {
  const script = 'mount --bind "$1" "$2/desk" && root=$2 && shift 2 && exec chroot "$root" "$@"'
  const asUser = ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--clear-groups', '--pdeathsig', 'QUIT']
  return [
    'unshare',
    [
      '--mount',
      '--propagation',
      'private',
      'sh',
      '-c',
      script,
      'sh',
      folder,
      root,
      ...asUser,
      '--',
      ...command,
    ],
  ]
}
