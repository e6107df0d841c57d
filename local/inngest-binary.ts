import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type Kept, keep } from './cache.ts'
import { findOnPath } from './dies-with-parent.ts'
import type { Report } from './progress.ts'
import { runCommand } from './run-command.ts'

/** The newest release whose Go module is whole enough to build. It has no web pages of its own. */
const version = '1.44.0'

/** A program that starts Inngest, and where it came from. */
export type InngestBinary = { file: string; description: string }

/** `inngest` on PATH, else the one in the `inngest-cli` package, else built once from the Go module (about 5 minutes). */
export async function inngestBinary(report: Report): Promise<InngestBinary> {
  for (const file of [findOnPath('inngest'), fromPackage()])
    if (file && (await isUsable(file))) return { file, description: `Inngest (${file})` }
  const folder = await keep(builtFromModule, report)
  return { file: path.join(folder, 'inngest'), description: `Inngest ${version}, built on this machine` }
}

/** The package's install script puts the program there; where its download is refused npm leaves the package out. */
function fromPackage(): string | undefined {
  try {
    const manifest = createRequire(import.meta.url).resolve('inngest-cli/package.json')
    return path.join(path.dirname(manifest), 'bin', 'inngest')
  } catch {
    return undefined
  }
}

/** An old release has no Connect, and the package has a placeholder until its script has run. */
async function isUsable(file: string): Promise<boolean> {
  return runCommand(file, ['start', '--help'], { log: '/dev/null', timeout: 20_000 }).then(
    (help) => help.includes('--connect-gateway-port'),
    () => false,
  )
}

const builtFromModule: Kept = {
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
      'Inngest is not on this machine and cannot be built without Go: install `inngest` (or Go 1.26), or set INNGEST_BASE_URL',
    )
  const told = await runCommand(
    'go',
    ['mod', 'download', '-json', `github.com/inngest/inngest@v${version}`],
    { log },
  )
  const source = path.join(folder, 'source')
  // The module cache is read-only, and its README pages that an embed pattern names are not part of the module.
  await cp((JSON.parse(told) as { Dir: string }).Dir, source, { recursive: true, mode: 0 })
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

/** Whatever --host says, its Connect gateway and gRPC servers listen on every interface; here they get 127.0.0.1. */
async function listenOnLoopback(file: string) {
  const code = await readFile(file, 'utf8')
  const everywhere = /(\w*[aA]ddr := fmt\.Sprintf\(")(:%d",)/g
  if (!everywhere.test(code)) throw new Error(`${file} of Inngest ${version} is not as expected`)
  await writeFile(file, code.replace(everywhere, '$1127.0.0.1$2'))
}
