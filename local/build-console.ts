import { createHash } from 'node:crypto'
import { access, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Report, step } from './progress.ts'
import { runCommand } from './run-command.ts'

const folder = path.resolve(import.meta.dirname, '../admin-web')
const built = path.join(folder, 'dist')
const stamp = path.join(built, '.built-from')

/**
 * The console's files, built by Vite if they are missing or older than their source.
 * @param log the file that takes Vite's words
 * @returns the folder
 */
export async function builtConsole({ report, log }: { report: Report; log: string }): Promise<string> {
  if (!(await exists(path.join(folder, 'src')))) return built
  const source = await fingerprint()
  if ((await readFile(stamp, 'utf8').catch(() => '')) === source) return built
  await step(report, 'Building the console', () =>
    runCommand('npm', ['exec', '--', 'vite', 'build', '--config', 'admin-web/vite.config.ts'], {
      cwd: path.dirname(folder),
      log,
      timeout: 180_000,
      // whatever runs the build, a test runner for one: React's development code is half as big again
      env: { NODE_ENV: 'production' },
    }),
  ).catch(() => {
    throw new Error(`The console could not be built; ${log} says why. Try \`npm ci\`.`)
  })
  await writeFile(stamp, source)
  return built
}

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  )

/** What the build is made of: the console's own files and the exact versions of its packages. */
async function fingerprint() {
  const hash = createHash('sha256')
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = names
    .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(built))
    .map((entry) => path.join(entry.parentPath, entry.name))
  for (const file of [...files.sort(), path.resolve(folder, '../package-lock.json')])
    hash.update(await readFile(file))
  return hash.digest('hex')
}

if (import.meta.main)
  await builtConsole({ report: console.log, log: path.join(tmpdir(), 'deskbridge-console-build.log') })
