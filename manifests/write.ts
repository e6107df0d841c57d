// npm run manifests: writes the manifests for Slack and Discord from the definitions that the handlers use.
import { writeFile } from 'node:fs/promises'
import { manifestFiles } from './files.ts'

for (const { file, text } of manifestFiles()) {
  await writeFile(new URL(file, import.meta.url), text)
  console.log(`wrote manifests/${file}`)
}
