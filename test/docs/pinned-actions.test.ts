import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = new URL('../../.github/', import.meta.url)
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.ya?ml$/.test(name),
)
const uses = files.flatMap((name) =>
  [...readFileSync(new URL(name, folder), 'utf8').matchAll(/^.*\buses:\s*(.+)$/gm)].map(
    ([, what = '']) => what,
  ),
)

/** A tag can be moved to other code, a commit can't. */
test('workflows pin each action by its commit, with the version beside it', () => {
  expect(uses.length).toBeGreaterThan(0)
  expect(uses.filter((what) => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(what))).toEqual([])
})
