import { mkdir, mkdtemp, rename, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Child, startChild } from './child.ts'
import type { DatabaseOptions } from './database-options.ts'
import { type DocumentDbPrograms, documentDbPrograms, postgresBin } from './documentdb-build.ts'
import { exists } from './exists.ts'
import { answersMongo } from './mongo-ready.ts'
import { runCommand } from './run-command.ts'

const remedy = 'Set MONGODB_URI to use a database of your own'

/** No TCP at all; DocumentDB and pg_cron, which call back into their own server, are told its socket too. */
const settings = {
  listen_addresses: '',
  'documentdb.localhost_connection_string': 'host=/desk/run',
  'cron.host': '/desk/run',
  unix_socket_directories: '/desk/run',
  unix_socket_permissions: '0700',
  shared_preload_libraries: 'pg_cron,pg_documentdb_core,pg_documentdb_extended_rum,pg_documentdb',
  // With the plain access method an index never gives a sort's order: each page of a list would sort all that it finds.
  'documentdb.alternate_index_handler_name': 'extended_rum',
  'cron.database_name': 'postgres',
  // Every 2 s a job looks for indexes to build: not a line in the log and a row in a table each time.
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

/** Starts Postgres with DocumentDB on `folder` and FerretDB in front of it on 127.0.0.1:`port`; builds them if need be. */
export async function startDocumentDb(options: DatabaseOptions): Promise<{ stop(): Promise<void> }> {
  const programs = await documentDbPrograms(options.report)
  await makeCluster(programs, options)
  const postgres = await startPostgres(programs, options)
  try {
    const ferretdb = await startFerret(programs, options)
    return {
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

/** Makes the cluster under another name and renames it, so that one cut off half-way is never taken for whole. */
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
 * After a kill -9 the last Postgres's processes need a moment to notice; until then a new one refuses to start, so it is tried again.
 */
async function startPostgres(programs: DocumentDbPrograms, options: DatabaseOptions): Promise<Child> {
  const { folder, logs } = options
  const giveUp = Date.now() + 20_000
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
    // SIGINT: end the sessions and close the files in order (postgres(1), "fast shutdown").
    const child = await startChild({
      name: 'Postgres',
      command,
      args,
      log: path.join(logs, 'postgres.log'),
      remedy,
      stopSignal: 'SIGINT',
      lost: options.report,
    })
    try {
      await child.ready(() => runCommand(...psql, { log: path.join(logs, 'database-setup.log') }), 60_000)
      return child
    } catch (error) {
      await child.stop()
      const locked = error instanceof Error && /lock file|shared memory block/.test(error.message)
      if (!locked || Date.now() > giveUp) throw error
      await sleep(200)
    }
  }
}

async function startFerret(programs: DocumentDbPrograms, options: DatabaseOptions): Promise<Child> {
  const { folder, logs, port } = options
  const state = path.join(folder, 'ferretdb')
  await mkdir(state, { recursive: true })
  const socket = await nameableSocketFolder(folder)
  const url = `postgres://postgres@/postgres?host=${encodeURIComponent(socket.folder)}`
  const child = await startChild({
    name: 'FerretDB',
    command: programs.ferretdb,
    args: [
      ...[`--postgresql-url=${url}`, `--listen-addr=127.0.0.1:${port}`, '--debug-addr=-', '--no-auth'],
      ...['--telemetry=disable', '--log-level=WARN', `--state-dir=${state}`],
    ],
    log: path.join(logs, 'ferretdb.log'),
    remedy,
    stopWithin: 2000,
    lost: options.report,
  })
  void child.ended.then(socket.forget)
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

/** A Unix socket's path has at most 107 bytes (unix(7)): a deep data folder is reached by a short link. */
async function nameableSocketFolder(data: string): Promise<{ folder: string; forget(): Promise<void> }> {
  const real = path.join(data, 'run')
  if (Buffer.byteLength(real) <= 80) return { folder: real, forget: async () => undefined }
  const short = await mkdtemp(path.join(tmpdir(), 'deskbridge-'))
  await symlink(real, path.join(short, 'run'))
  return { folder: path.join(short, 'run'), forget: () => rm(short, { recursive: true, force: true }) }
}
