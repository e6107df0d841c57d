import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type CachedBuild, cacheFolder, ensureCached, findCached } from '../../local/cache.ts'
import { tryLock } from '../../local/processes/lock.ts'
import { runScript } from './other-process.ts'
import { temporaryFolder } from './temporary-folder.ts'

const quiet = () => undefined

function greeting(builds: string[], content = 'hello'): CachedBuild {
  return {
    name: 'greeting-1',
    title: 'Making a greeting',
    build: async (folder, log) => {
      builds.push(folder)
      await writeFile(path.join(folder, 'greeting'), content)
      await appendFile(log, 'made\n')
    },
    verify: async (folder) => {
      expect(await readFile(path.join(folder, 'greeting'), 'utf8')).toBe('hello')
    },
  }
}

test('a kept thing is built once, also when it is wanted twice at the same time', async () => {
  const cache = await temporaryFolder()
  const builds: string[] = []
  const folders = await Promise.all([1, 2, 3].map(() => ensureCached(greeting(builds), quiet, cache)))
  expect(new Set(folders)).toEqual(new Set([path.join(cache, 'greeting-1')]))
  expect(await findCached(greeting(builds), cache)).toBe(folders[0])
  await ensureCached(greeting(builds), quiet, cache)
  expect(builds).toHaveLength(1)
})

test('a failed build is neither published nor left behind', async () => {
  const cache = await temporaryFolder()
  await expect(ensureCached(greeting([], 'hell'), quiet, cache)).rejects.toThrow()
  expect(await findCached(greeting([]), cache)).toBeUndefined()
  expect((await readdir(cache)).filter((name) => !/\.(lock|log)/.test(name))).toEqual([])
})

test('a broken thing and what a killed build left are made anew', async () => {
  const cache = await temporaryFolder()
  await mkdir(path.join(cache, '.unfinished-greeting-1-of-old'))
  await mkdir(path.join(cache, 'greeting-1'))
  const builds: string[] = []
  await ensureCached(greeting(builds), quiet, cache)
  expect(builds).toHaveLength(1)
  expect((await readdir(cache)).filter((name) => !/\.(lock|log)/.test(name))).toEqual(['greeting-1'])
})

test('each step is reported with its time', async () => {
  const lines: string[] = []
  await ensureCached(greeting([]), (line) => lines.push(line), await temporaryFolder())
  expect(lines).toEqual([
    'Making a greeting ...',
    expect.stringMatching(/^Making a greeting: done in \d+\.\d s$/),
  ])
})

test('a lock is free again as soon as the process that held it was killed', async () => {
  const file = path.join(await temporaryFolder(), 'some.lock')
  const holder = runScript('./hold-lock.ts', file)
  await holder.line(/held/)
  expect(await tryLock(file)).toBeUndefined()
  holder.child.kill('SIGKILL')
  await holder.ended
  const lock = await tryLock(file)
  expect(lock).toBeDefined()
  expect(await tryLock(file)).toBeUndefined()
  lock?.release()
})

test('the cache folder follows XDG_CACHE_HOME', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '/some/where' })).toBe('/some/where/deskbridge')
  expect(cacheFolder({})).toMatch(/\/\.cache\/deskbridge$/)
})
