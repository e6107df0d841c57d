import mongoose, { type Connection } from 'mongoose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFileBytes } from '../../../core/attachments/file-bytes.ts'
import { newId } from '../../../core/ids.ts'
import { freshDatabase } from '../../support/desk-in-process.ts'
import { megabytesOf } from '../../support/files.ts'

let connection: Connection
beforeAll(async () => {
  connection = await mongoose.createConnection(freshDatabase(), { monitorCommands: true }).asPromise()
})
afterAll(async () => {
  await connection.dropDatabase()
  await connection.close()
})

test('the database gets one part of all files at a time, so that others come between', async () => {
  const bytes = createFileBytes({ connection })
  const parts = countParts(connection)
  const ids = [newId(), newId(), newId()]

  await Promise.all(ids.map((id) => bytes.write(id, megabytesOf(2))))
  const sizes = await Promise.all(ids.map((id) => sizeOf(bytes.read(id))))
  await Promise.all(ids.map((id) => bytes.remove(id)))

  expect(sizes).toEqual(ids.map(() => 2 * 1_024 * 1_024))
  expect(parts.commands).toEqual(new Set(['insert', 'find', 'getMore', 'delete']))
  expect(parts.maxAtOnce()).toBe(1)
})

async function sizeOf(source: AsyncIterable<Uint8Array>) {
  let size = 0
  for await (const { length } of source) size += length
  return size
}

/** Counts the commands on the bytes of files that are under way. */
function countParts(connection: Connection) {
  const under = new Set<number>()
  const commands = new Set<string>()
  let most = 0
  const client = connection.getClient()
  client.on('commandStarted', ({ commandName, command, requestId }) => {
    const collection = commandName === 'getMore' ? command.collection : command[commandName]
    if (collection !== 'attachments.chunks' || /index/i.test(commandName)) return
    commands.add(commandName)
    under.add(requestId)
    most = Math.max(most, under.size)
  })
  client.on('commandSucceeded', ({ requestId }) => under.delete(requestId))
  return { commands, maxAtOnce: () => most }
}
