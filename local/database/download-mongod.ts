// Runs in a process of its own, so a download that hangs can be killed: node download-mongod.ts FOLDER [STALLED MS]
import { readdir, rename, stat } from 'node:fs/promises'
import path from 'node:path'

const [folder = '', stalledMs = '20000'] = process.argv.slice(2)

/** Exits when the folder has not grown for a while, since a network that drops packets never answers. */
function watch() {
  let bytes = 0
  let grownAt = Date.now()
  setInterval(async () => {
    const names = await readdir(folder)
    const sizes = await Promise.all(names.map((name) => stat(path.join(folder, name)).catch(() => undefined)))
    const now = sizes.reduce((sum, size) => sum + (size?.size ?? 0), 0)
    if (now !== bytes) grownAt = Date.now()
    bytes = now
    if (Date.now() - grownAt < Number(stalledMs)) return
    console.error(`no data for ${Number(stalledMs) / 1000} s`)
    process.exit(1)
  }, 1000).unref()
}

watch()
// The library counts the first attempt too, so this means no retry.
process.env.MONGOMS_MAX_RETRIES ??= '1'
process.env.MONGOMS_PREFER_GLOBAL_PATH = 'false'
try {
  const { MongoBinary } = await import('mongodb-memory-server-core')
  await rename(await MongoBinary.getPath({ downloadDir: folder }), path.join(folder, 'mongod'))
  process.exit(0)
} catch (error) {
  console.error(error instanceof Error ? error.message.replaceAll('\n', ' ') : error)
  process.exit(1)
}
