import { access, chmod, mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { type CachedBuild, ensureCached, findCached } from '../cache.ts'
import { findOnPath } from '../processes/dies-with-parent.ts'
import { runCommand } from '../processes/run-command.ts'
import type { Report } from '../progress.ts'
import { debianMirror, isDebian } from './debian.ts'

const ferretVersion = '2.7.0'
export const postgresBin = '/usr/lib/postgresql/18/bin'

/** A database that speaks MongoDB's protocol: Postgres in a root folder of its own, and FerretDB in front of it. */
export type DocumentDbPrograms = { root: string; ferretdb: string }

/** The reason why DocumentDB cannot be built here, or undefined. */
export async function documentDbObstacle(): Promise<string | undefined> {
  if (process.platform !== 'linux' || !(await isDebian())) return 'DocumentDB builds only on Debian'
  if (process.getuid?.() !== 0) return 'building DocumentDB needs root'
  if (!(await debianMirror())) return "apt's sources name no Debian archive for building DocumentDB"
  if (!(await canMount())) return 'DocumentDB needs permission to mount'
  return undefined
}

/** Root in a container often can't mount. */
async function canMount(): Promise<boolean> {
  return runCommand('unshare', ['--mount', '--pid', '--fork', 'true'], { log: '/dev/null' }).then(
    () => true,
    () => false,
  )
}

/** Builds both once, in parallel (about 3 minutes). */
export async function documentDbPrograms(report: Report): Promise<DocumentDbPrograms> {
  const [root, ferretdb] = await Promise.all([
    ensureCached(postgresRoot, report),
    ensureCached(ferret, report),
  ])
  return { root: path.join(root, 'root'), ferretdb: path.join(ferretdb, 'ferretdb') }
}

/** Whether both are built. */
export async function documentDbBuilt(): Promise<boolean> {
  return Boolean((await findCached(ferret)) && (await findCached(postgresRoot)))
}

const ferret: CachedBuild = {
  name: `ferretdb-${ferretVersion}-${process.platform}-${process.arch}`,
  title: `Building FerretDB ${ferretVersion} (once, about 2 minutes)`,
  build: async (folder, log) => {
    if (!findOnPath('go'))
      throw new Error(
        'MongoDB is not installed, and FerretDB cannot be built without Go. Install `mongod` or Go 1.26, or set MONGODB_URI',
      )
    const target = `github.com/FerretDB/FerretDB/v2/cmd/ferretdb@v${ferretVersion}`
    await runCommand('go', ['install', target], { log, env: { GOBIN: folder } })
  },
  verify: async (folder) => {
    await runCommand(path.join(folder, 'ferretdb'), ['--version'], { log: '/dev/null', timeout: 20_000 })
  },
}

const postgresRoot: CachedBuild = {
  name: `documentdb-postgres-18-${process.arch}`,
  title: 'Installing Postgres 18 with DocumentDB in a folder of its own (once, about 3 minutes)',
  build: buildRoot,
  verify: async (folder) => {
    const root = path.join(folder, 'root')
    await access(path.join(root, 'usr/share/postgresql/18/extension/documentdb.control'))
    await runCommand('chroot', [root, `${postgresBin}/postgres`, '--version'], {
      log: '/dev/null',
      timeout: 20_000,
    })
  },
}

async function buildRoot(folder: string, log: string) {
  const mirror = await debianMirror()
  if (!mirror) throw new Error("apt's sources name no Debian archive")
  await installDebootstrap(log)
  const root = path.join(folder, 'root')
  const include = '--include=postgresql-18,postgresql-18-documentdb'
  // Runs in its own namespaces, so none of its mounts and processes remain, however it ends.
  const isolated = ['--mount', '--pid', '--fork', '--kill-child', 'debootstrap']
  await runCommand('unshare', [...isolated, '--variant=minbase', include, 'sid', root, mirror], {
    log,
    env: await proxySettings(),
  })
  await rm(path.join(root, 'var/cache/apt'), { recursive: true, force: true })
  await mkdir(path.join(root, 'desk'))
  await mkdir(path.join(root, 'dev/shm'), { recursive: true })
  await chmod(path.join(root, 'dev/shm'), 0o1777)
  await chmod(path.join(root, 'tmp'), 0o1777)
}

/** debootstrap downloads with wget, which does not read apt's proxy setting. */
async function proxySettings(): Promise<NodeJS.ProcessEnv> {
  const proxy = await runCommand('apt-config', ['shell', 'PROXY', 'Acquire::http::Proxy'], {
    log: '/dev/null',
  })
  const address = /^PROXY='(http[^']+)'/m.exec(proxy)?.[1]
  return address && !process.env.http_proxy ? { http_proxy: address } : {}
}

/** Installs debootstrap without asking questions. */
async function installDebootstrap(log: string) {
  if (findOnPath('debootstrap')) return
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const install = () =>
    runCommand('apt-get', ['install', '-y', '--no-install-recommends', 'debootstrap'], { log, env })
  await install().catch(async () => {
    await runCommand('apt-get', ['update'], { log, env })
    await install()
  })
}
