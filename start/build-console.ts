import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { exists } from '../local/exists.ts'
import { fingerprint } from '../local/fingerprint.ts'
import { runCommand } from '../local/processes/run-command.ts'
import { type Report, step } from '../local/progress.ts'
import { compressFiles } from './compress-files.ts'
import { keepLastBuilds } from './keep-last-builds.ts'
import { writePreloads } from './page-preloads.ts'

const folder = path.resolve(import.meta.dirname, '../admin-web')
const core = path.resolve(folder, '../core')
const built = path.join(folder, 'dist')
const fingerprintFile = path.join(built, '.built-from')

/**
 * Builds the console with Vite when the built files are missing or older than their source. What the last builds
 * wrote stays beside them.
 * @param log the file for Vite's output
 * @returns the folder of the built files
 */
export async function builtConsole({ report, log }: { report: Report; log: string }): Promise<string> {
  if (!(await exists(path.join(folder, 'src')))) return built
  const source = await sourceOf()
  if ((await readFile(fingerprintFile, 'utf8').catch(() => '')) === source) return built
  await step(report, 'Building the console', async () => {
    await runCommand('npm', ['exec', '--', 'vite', 'build', '--config', 'admin-web/vite.config.ts'], {
      cwd: path.dirname(folder),
      log,
      timeout: 180_000,
      // Test runners set another value, with which React's development code is built: 50 % more bytes.
      env: { NODE_ENV: 'production' },
    })
    await writePreloads(folder, built)
    await compressFiles(built)
  }).catch(() => {
    throw new Error(`The console could not be built. Try \`npm ci\`. See ${log} for the reason.`)
  })
  await keepLastBuilds(built)
  await writeFile(fingerprintFile, source)
  return built
}

/** A hash of everything the build depends on: the console's files, the core's that it uses, and the exact versions of its packages. */
const sourceOf = () =>
  fingerprint({
    folders: [folder, core],
    files: [path.resolve(folder, '../package-lock.json')],
    except: built,
  })

if (import.meta.main)
  await builtConsole({ report: console.log, log: path.join(tmpdir(), 'deskbridge-console-build.log') })
