import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { type CachedBuild, ensureCached } from '../../local/cache.ts'
import { runCommand } from '../../local/processes/run-command.ts'

/**
 * Starts the browser that is inside @sparticuz/chromium, which is unpacked once (the package's own way unpacks into /tmp, where test
 * processes that run side by side meet half-written files). It needs no library of this machine: the package's are used.
 */
export async function launchChromium(): Promise<Browser> {
  const folder = await ensureCached(unpacked, (line) => console.log(line))
  return chromium.launch({
    executablePath: path.join(folder, 'chromium'),
    args: ['--no-sandbox'],
    env: environment(folder),
  })
}

function environment(folder: string): Record<string, string> {
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  return {
    ...(Object.fromEntries(inherited) as Record<string, string>),
    LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
    FONTCONFIG_PATH: path.join(folder, 'fonts'),
  }
}

const version = (
  JSON.parse(
    readFileSync(new URL('../../node_modules/@sparticuz/chromium/package.json', import.meta.url), 'utf8'),
  ) as { version: string }
).version

const unpacked: CachedBuild = {
  name: `chromium-${version}-${process.arch}`,
  title: 'Unpacking the browser of the tests (once)',
  build: async (folder, log) => {
    const script = fileURLToPath(new URL('./unpack-chromium.ts', import.meta.url))
    await runCommand(process.execPath, [script], { log, env: { TMPDIR: folder } })
  },
  verify: async (folder) => {
    const env = environment(folder)
    await runCommand(path.join(folder, 'chromium'), ['--no-sandbox', '--version'], {
      log: '/dev/null',
      env,
      timeout: 20_000,
    })
  },
}
