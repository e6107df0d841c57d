import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtConsole } from '../../start/build-console.ts'

/** Built before anything is timed. */
export default async function setup() {
  await builtConsole({ report: console.log, log: join(tmpdir(), 'deskbridge-console-build.log') })
}
