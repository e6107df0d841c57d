import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { Classifier } from '../classifier/train-classifier.ts'

const engineFolder = path.join(import.meta.dirname, '..')
const cacheFolder = path.join(import.meta.dirname, '../../../../node_modules/.cache/deskbridge')

/**
 * Learns from the examples once for each state of the local engine's code and examples, and keeps the result in a file:
 * reading it takes milliseconds. Where no file can be written or read, each process learns for itself.
 * @param name of the file
 */
export function keepLearned(name: string, learn: () => Classifier): Classifier {
  const file = path.join(cacheFolder, `${name}-${engineVersion()}.bin`)
  const kept = read(file)
  if (kept) return kept
  const learned = learn()
  write(name, file, learned)
  return learned
}

let known: string | undefined

function engineVersion(): string {
  known ??= readEngineVersion()
  return known
}

/** Changes with every byte of the local engine, its examples among them. */
function readEngineVersion(): string {
  const hash = createHash('sha256').update(process.version)
  const files = readdirSync(engineFolder, { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  )
  for (const one of files.map(({ parentPath, name }) => path.join(parentPath, name)).sort())
    hash.update(one).update(readFileSync(one))
  return hash.digest('hex').slice(0, 16)
}

function read(file: string): Classifier | null {
  try {
    return deserialize(readFileSync(file))
  } catch {
    return null
  }
}

/** Other processes see all of it or nothing. What an earlier state has left goes. */
function write(name: string, file: string, learned: Classifier) {
  try {
    mkdirSync(cacheFolder, { recursive: true })
    for (const old of readdirSync(cacheFolder).filter((one) => one.startsWith(`${name}-`)))
      rmSync(path.join(cacheFolder, old), { force: true })
    const part = `${file}.${process.pid}`
    writeFileSync(part, serialize(learned))
    renameSync(part, file)
  } catch {
    // a read-only installation
  }
}
