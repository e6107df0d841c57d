// npm run manifests: writes what Slack and Discord are told of the desk, from the definitions that its handlers use.
import { writeFile } from 'node:fs/promises'
import { manifestFiles } from './files.ts'

for (const { file, text } of manifestFiles()) {
  await writeFile(new URL(file, import.meta.url), text)
  console.log(`wrote manifests/${file}`)
}
