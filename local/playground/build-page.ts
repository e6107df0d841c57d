import { readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fingerprint } from '../fingerprint.ts'
import { runCommand } from '../processes/run-command.ts'
import { type Report, step } from '../progress.ts'

const folder = import.meta.dirname
const page = path.join(folder, 'page')
const built = path.join(page, 'dist')
const fingerprintFile = path.join(built, '.built-from')

/**
 * Builds the playground's page with Vite when the built files are missing or older than their source.
 * @param log the file for Vite's output
 * @returns the folder of the built files
 */
export async function builtPage({ report, log }: { report: Report; log: string }): Promise<string> {
  const source = await sourceOf()
  if ((await readFile(fingerprintFile, 'utf8').catch(() => '')) === source) return built
  await step(report, 'Building the playground', () =>
    runCommand('npm', ['exec', '--', 'vite', 'build', '--config', 'local/playground/page/vite.config.ts'], {
      cwd: path.resolve(folder, '../..'),
      log,
      timeout: 180_000,
      // Test runners set another value, with which React's development code is built.
      env: { NODE_ENV: 'production' },
    }),
  ).catch(() => {
    throw new Error(`The playground could not be built. Try \`npm ci\`. See ${log} for the reason.`)
  })
  await writeFile(fingerprintFile, source)
  return built
}

/** A hash of everything the build depends on: the page, its protocol, and the exact versions of its packages. */
async function sourceOf(): Promise<string> {
  const protocol = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort()
  return fingerprint({
    folders: [page],
    files: [
      ...protocol.map((name) => path.join(folder, name)),
      path.resolve(folder, '../../package-lock.json'),
    ],
    except: built,
  })
}

if (import.meta.main)
  await builtPage({ report: console.log, log: path.join(tmpdir(), 'deskbridge-playground-build.log') })
