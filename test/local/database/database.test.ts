import { access, chmod, stat } from 'node:fs/promises'
import path from 'node:path'
import mongoose from 'mongoose'
import { expect, onTestFinished, test } from 'vitest'
import { startDatabase } from '../../../local/database/database.ts'
import { listening } from '../listening.ts'
import { runScript } from '../other-process.ts'
import { descendants, isAlive } from '../processes.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const quiet = () => undefined

async function open(dataFolder: string) {
  const database = await startDatabase({ dataFolder, report: quiet })
  const client = new mongoose.mongo.MongoClient(database.uri)
  const stop = async () => {
    await client.close()
    await database.stop()
  }
  onTestFinished(stop)
  return { uri: database.uri, numbers: client.db('desk').collection<{ _id: number }>('numbers'), stop }
}

test('data survives a stop and a start, and its log is kept', { timeout: 60_000 }, async () => {
  // So deep that a Unix socket in it could not be named (107 bytes).
  const dataFolder = path.join(await temporaryFolder(), 'deep'.repeat(20))
  const first = await open(dataFolder)
  expect(first.uri).toMatch(/^mongodb:\/\/[\w%.-]+\.sock\/$/)
  await first.numbers.insertOne({ _id: 42 })
  await first.stop()
  await access(path.join(dataFolder, 'logs'))

  const second = await open(dataFolder)
  expect(await second.numbers.find().toArray()).toEqual([{ _id: 42 }])
})

test('two databases run side by side, and a folder has only one', { timeout: 60_000 }, async () => {
  const folders = await Promise.all([temporaryFolder(), temporaryFolder()])
  const [one, other] = await Promise.all(folders.map(open))
  await one?.numbers.insertOne({ _id: 1 })
  expect(await other?.numbers.countDocuments()).toBe(0)
  await expect(startDatabase({ dataFolder: folders[0] ?? '', report: quiet })).rejects.toThrow(
    `Another process uses the database data in ${folders[0]}. Stop it, or choose another data folder`,
  )
})

test('kill -9 loses nothing that was acknowledged and leaves no process', { timeout: 60_000 }, async () => {
  const dataFolder = await temporaryFolder()
  const writer = runScript('./insert-until-killed.ts', dataFolder)
  await writer.line(/^kept 300$/)
  const below = descendants(writer.child.pid ?? 0)
  expect(below.length).toBeGreaterThan(0)
  writer.child.kill('SIGKILL')
  await writer.ended

  const { numbers } = await open(dataFolder)
  const kept = (await numbers.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id)
  const acknowledged = writer.lines
    .filter((line) => line.startsWith('kept '))
    .map((line) => Number(line.slice(5)))
  expect(kept).toEqual(expect.arrayContaining(acknowledged))
  expect(below.filter(isAlive)).toEqual([])
})

test('killing every process of it at once loses nothing either', { timeout: 60_000 }, async () => {
  const dataFolder = await temporaryFolder()
  const writer = runScript('./insert-until-killed.ts', dataFolder)
  await writer.line(/^kept 300$/)
  const pid = writer.child.pid ?? 0
  for (const victim of [...descendants(pid), pid]) process.kill(victim, 'SIGKILL')
  await writer.ended

  const { numbers } = await open(dataFolder)
  const acknowledged = writer.lines.filter((line) => line.startsWith('kept ')).length
  expect(await numbers.countDocuments()).toBeGreaterThanOrEqual(acknowledged)
})

test('only its owner reaches it: no port, and sockets in a folder that is closed to others', {
  timeout: 60_000,
}, async () => {
  const dataFolder = await temporaryFolder()
  await chmod(dataFolder, 0o755)
  const before = listening(descendants(process.pid))
  await open(dataFolder)
  expect(listening(descendants(process.pid)).filter((address) => !before.includes(address))).toEqual([])
  for (const folder of ['database', 'database/sockets'])
    expect((await stat(path.join(dataFolder, folder))).mode & 0o777).toBe(0o700)
})
