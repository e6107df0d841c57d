import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

/** Pages that were opened before an update still load the chunks of their own build. */
const keptBuilds = 3

const manifestSchema = z.record(
  z.string(),
  z.object({ file: z.string(), css: z.array(z.string()).optional(), assets: z.array(z.string()).optional() }),
)
const buildsSchema = z.array(z.array(z.string()))

/**
 * Removes the assets that belong to none of the last three builds. Vite's manifest says what the newest build consists
 * of; what belongs to earlier ones is remembered beside the built files.
 * @param folder of the built console
 */
export async function keepLastBuilds(folder: string) {
  const record = path.join(folder, '.builds.json')
  const present = await readdir(path.join(folder, 'assets'))
  const earlier = await readFile(record, 'utf8')
    .then((text) => buildsSchema.parse(JSON.parse(text)))
    .catch(() => [present.map(originalOf)]) // without a record, what is there counts as one build
  const builds = [await assetsOfBuild(folder), ...earlier].slice(0, keptBuilds)
  const kept = new Set(builds.flat())
  await writeFile(record, JSON.stringify(builds))
  for (const name of present) if (!kept.has(originalOf(name))) await rm(path.join(folder, 'assets', name))
}

async function assetsOfBuild(folder: string) {
  const manifest = JSON.parse(await readFile(path.join(folder, '.vite/manifest.json'), 'utf8'))
  const chunks = Object.values(manifestSchema.parse(manifest))
  const files = chunks.flatMap(({ file, css = [], assets = [] }) => [file, ...css, ...assets])
  return [...new Set(files)].map((file) => path.basename(file))
}

/** The name of the file that a compressed copy was made of. */
const originalOf = (name: string) => name.replace(/\.(br|gz)$/, '')
