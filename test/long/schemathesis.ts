import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { maxCursorLength } from '../../api/pages.ts'
import { ensureCached } from '../../local/cache.ts'
import { runCommand } from '../../local/processes/run-command.ts'

const version = '4.32.5'
const requirements = path.join(import.meta.dirname, 'requirements.txt')
const hooks = path.join(import.meta.dirname, 'schemathesis_hooks.py')
const configuration = path.join(import.meta.dirname, 'schemathesis.toml')
const commandLog = path.join(tmpdir(), 'deskbridge-schemathesis.log')

const python = (folder: string, args: string[], log: string, env: NodeJS.ProcessEnv = {}) =>
  runCommand('python3', args, {
    log,
    cwd: tmpdir(),
    env: { PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1', ...env },
  })

/** Into a folder of its own, which needs no `venv` and touches no other Python of this machine. */
async function installed(report: (line: string) => void): Promise<string> {
  const minor = await runCommand('python3', ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'], {
    log: commandLog,
  }).catch(() => {
    throw new Error('Schemathesis needs Python 3.11 or newer with pip: on Debian, install python3-pip.')
  })
  return ensureCached(
    {
      name: `schemathesis-${version}-python${minor.trim()}-${process.platform}-${process.arch}`,
      title: `Installing Schemathesis ${version} (once)`,
      build: async (folder, log) => {
        const into = ['--target', folder, '--requirement', requirements]
        await runCommand('python3', ['-m', 'pip', 'install', '--quiet', '--no-deps', ...into], { log })
      },
      verify: async (folder) => {
        await python(folder, ['-m', 'schemathesis.cli', '--version'], commandLog)
      },
    },
    report,
  )
}

export type SchemathesisRun = {
  url: string
  /** answers the value for `Authorization` anew for each request: some routes end the session that asks */
  authorizationUrl: string
  /** ids of what is there, by the start of a path: what is made up would nearly always be 404; those at '' are people's */
  ids: Record<string, string[]>
  seed: number
  maxSeconds: number
}

/**
 * Asks the API whatever its description allows and does not allow.
 * @returns the summary @throws Error with everything that it found
 */
export async function runSchemathesis(run: SchemathesisRun, report: (line: string) => void): Promise<string> {
  const folder = await installed(report)
  const log = path.join(tmpdir(), `deskbridge-schemathesis-${process.pid}-${run.seed}.log`)
  const args = [
    ...['-m', 'schemathesis.cli', '--config-file', configuration, 'run', `${run.url}/api/openapi.json`],
    ...['--checks', 'all', '--seed', String(run.seed), '--max-time', String(run.maxSeconds)],
    ...['--continue-on-failure', '--no-color', '--generation-database', 'none', '--request-timeout', '20'],
  ]
  const env = {
    SCHEMATHESIS_HOOKS: path.basename(hooks, '.py'),
    PYTHONPATH: `${folder}:${path.dirname(hooks)}`,
    DESK_AUTHORIZATION: run.authorizationUrl,
    DESK_IDS: JSON.stringify(run.ids),
    DESK_MAX_CURSOR_LENGTH: String(maxCursorLength),
  }
  return python(folder, args, log, env).catch(async (error: unknown) => {
    throw new Error(await readFile(log, 'utf8'), { cause: error })
  })
}
