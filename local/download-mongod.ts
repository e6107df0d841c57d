// Run as a process of its own, so that a download that hangs can be ended: node download-mongod.ts FOLDER
import { readdir, rename, stat } from 'node:fs/promises'
import path from 'node:path'

const stalledMs = 20_000

/** Ends the process when the folder has not grown for 20 s: a network that swallows requests never answers. */
async function watch(folder: string) {
  let bytes = 0
  let grownAt = Date.now()
  setInterval(async () => {
    const names = await readdir(folder)
    const sizes = await Promise.all(names.map((name) => stat(path.join(folder, name)).catch(() => undefined)))
    const now = sizes.reduce((sum, size) => sum + (size?.size ?? 0), 0)
    if (now !== bytes) grownAt = Date.now()
    bytes = now
    if (Date.now() - grownAt < stalledMs) return
    console.error(`nothing came for ${stalledMs / 1000} s`)
    process.exit(1)
  }, 1000).unref()
}

const folder = process.argv[2] ?? ''
await watch(folder)
process.env.MONGOMS_MAX_RETRIES ??= '0'
process.env.MONGOMS_PREFER_GLOBAL_PATH = 'false'
try {
  const { MongoBinary } = await import('mongodb-memory-server-core')
  await rename(await MongoBinary.getPath({ downloadDir: folder }), path.join(folder, 'mongod'))
  process.exit(0)
} catch (error) {
  console.error(error instanceof Error ? error.message.replaceAll('\n', ' ') : error)
  process.exit(1)
}
