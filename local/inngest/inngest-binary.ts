import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type CachedBuild, ensureCached } from '../cache.ts'
import { findOnPath } from '../processes/dies-with-parent.ts'
import { runCommand } from '../processes/run-command.ts'
import type { Report } from '../progress.ts'

/** The newest release that can be built from its Go module. It has no web UI. */
const version = '1.44.0'

/** An Inngest program and its origin. */
export type InngestBinary = { file: string; description: string }

/** Takes `inngest` from PATH, else from the `inngest-cli` package, else builds it from the Go module (about 5 minutes). */
export async function inngestBinary(report: Report): Promise<InngestBinary> {
  for (const file of [findOnPath('inngest'), fromPackage()])
    if (file && (await isUsable(file))) return { file, description: `Inngest (${file})` }
  const folder = await ensureCached(builtFromModule, report)
  return { file: path.join(folder, 'inngest'), description: `Inngest ${version}, built on this machine` }
}

/** The package's install script downloads the program. When that fails, npm leaves the package out. */
function fromPackage(): string | undefined {
  try {
    const manifest = createRequire(import.meta.url).resolve('inngest-cli/package.json')
    return path.join(path.dirname(manifest), 'bin', 'inngest')
  } catch {
    return undefined
  }
}

/** Old releases lack Connect, and the package contains a placeholder until its script has run. */
async function isUsable(file: string): Promise<boolean> {
  return runCommand(file, ['start', '--help'], { log: '/dev/null', timeout: 20_000 }).then(
    (help) => help.includes('--connect-gateway-port') && help.includes('--no-ui'),
    () => false,
  )
}

const builtFromModule: CachedBuild = {
  name: `inngest-${version}-loopback-${process.platform}-${process.arch}`,
  title: `Building Inngest ${version} (once, about 5 minutes)`,
  build: buildInngest,
  verify: async (folder) => {
    if (!(await isUsable(path.join(folder, 'inngest'))))
      throw new Error(`Inngest ${version} does not run here`)
  },
}

async function buildInngest(folder: string, log: string) {
  if (!findOnPath('go'))
    throw new Error(
      'Inngest is not installed and cannot be built without Go. Install `inngest` or Go 1.26, or set INNGEST_BASE_URL',
    )
  const downloaded = await runCommand(
    'go',
    ['mod', 'download', '-json', `github.com/inngest/inngest@v${version}`],
    { log },
  )
  const source = path.join(folder, 'source')
  // The module cache is read-only, and the module lacks README pages that the code embeds.
  await cp((JSON.parse(downloaded) as { Dir: string }).Dir, source, { recursive: true, mode: 0 })
  await runCommand('chmod', ['-R', 'u+w', source], { log })
  const pages = path.join(source, 'internal/embeddocs/website/pages/docs')
  await mkdir(pages, { recursive: true })
  await writeFile(path.join(pages, 'README.md'), '# Inngest\n')
  for (const file of ['pkg/connect/service.go', 'pkg/connect/grpc/grpc.go'])
    await listenOnLoopback(path.join(source, file))
  const target = path.join(folder, 'inngest')
  await runCommand('go', ['build', '-mod=mod', '-ldflags', '-s -w', '-o', target, './cmd'], {
    log,
    cwd: source,
  })
  await rm(source, { recursive: true })
}

/** Makes the Connect gateway and the gRPC servers listen on 127.0.0.1. They ignore --host and listen on all interfaces. */
async function listenOnLoopback(file: string) {
  const code = await readFile(file, 'utf8')
  const everywhere = /(\w*[aA]ddr := fmt\.Sprintf\(")(:%d",)/g
  if (!everywhere.test(code)) throw new Error(`${file} of Inngest ${version} has unexpected content`)
  await writeFile(file, code.replace(everywhere, '$1127.0.0.1$2'))
}
