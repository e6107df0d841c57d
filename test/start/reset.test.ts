import { execFile } from 'node:child_process'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { beforeEach, expect, test } from 'vitest'
import { temporaryFolder } from '../local/temporary-folder.ts'

let folder: string
beforeEach(async () => {
  folder = await temporaryFolder()
  for (const name of ['database', 'playground', 'inngest', 'inngest.old']) await mkdir(`${folder}/${name}`)
  for (const name of ['jwt-secret', 'database.lock', 'mail.login.json', 'holiday.jpg', 'database of mine'])
    await writeFile(`${folder}/${name}`, '')
})

/** Runs it as `npm run reset` does. @returns what it says */
async function reset(environment: Record<string, string> = {}): Promise<string> {
  const env = { PATH: process.env.PATH ?? '', DESK_DATA: folder, ...environment }
  const { stdout } = await promisify(execFile)(process.execPath, ['start/reset.ts'], { env })
  return stdout
}

test('deletes what the desk has made, and nothing else', async () => {
  expect(await reset()).toContain(`Deleted the desk in ${folder}`)
  expect(await readdir(folder)).toEqual(['database of mine', 'holiday.jpg'])
})

test.each([
  [
    'a desk without a playground',
    'has no playground',
    async () => void (await promisify(execFile)('rm', ['-r', `${folder}/playground`])),
    {},
  ],
  [
    'a desk that runs',
    'Stop it first',
    () => writeFile(`${folder}/running.json`, JSON.stringify({ pid: process.pid, mongodbUri: '' })),
    {},
  ],
  ['a database elsewhere', 'Unset MONGODB_URI', async () => {}, { MONGODB_URI: 'mongodb://localhost/desk' }],
])('leaves %s alone', async (_, words, prepare, environment) => {
  await prepare()
  const before = await readdir(folder)
  await expect(reset(environment)).rejects.toThrow(words)
  expect(await readdir(folder)).toEqual(before)
})
