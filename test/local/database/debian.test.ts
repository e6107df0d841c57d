import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { debianMirror } from '../../../local/database/debian.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const mirror = 'http://mirror.example/debian'

async function aptWith(files: Record<string, string>): Promise<string> {
  const etcApt = await temporaryFolder()
  await mkdir(path.join(etcApt, 'sources.list.d'))
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(etcApt, name), text)
  return etcApt
}

test.each<[string, string, string | undefined]>([
  [
    'sources.list',
    `# deb http://old.example/debian trixie main\ndeb ${mirror} bookworm main contrib\n`,
    mirror,
  ],
  ['sources.list', `deb [signed-by=/k.gpg arch=amd64] ${mirror} trixie main\n`, mirror],
  ['sources.list', 'deb-src http://src.example/debian trixie main\n', undefined],
  ['sources.list', 'deb http://security.example/debian-security bookworm-security main\n', undefined],
  ['sources.list.d/vendor.list', 'deb https://vendor.example/node nodistro main\n', undefined],
  [
    'sources.list.d/debian.sources',
    `Types: deb\nURIs: http://s.example/sec\nSuites: bookworm-security\nComponents: main\n\nTypes: deb deb-src\n# why\nURIs: ${mirror}\nSuites: bookworm bookworm-updates\nComponents: main\n`,
    mirror,
  ],
  [
    'sources.list.d/debian.sources',
    `Enabled: no\nTypes: deb\nURIs: ${mirror}\nSuites: sid\nComponents: main\n`,
    undefined,
  ],
])('%s: %j', async (name, text, expected) => {
  expect(await debianMirror(await aptWith({ [name]: text }))).toBe(expected)
})

test('a list of mirrors is followed', async () => {
  const etcApt = await aptWith({
    'mirrors.list': `# nearest first\n${mirror}\tpriority:1\nhttp://second.example/debian\n`,
  })
  const list = path.join(etcApt, 'mirrors.list')
  await writeFile(path.join(etcApt, 'sources.list'), `deb mirror+file:${list} bookworm main\n`)
  expect(await debianMirror(etcApt)).toBe(mirror)
})
