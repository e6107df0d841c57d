import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)
const textOf = (name: string) => readFileSync(new URL(name, root), 'utf8')

const folders = 'core|bot|api|admin-web|local|start|manifests|test|docs|\\.github|\\.ci'
const inCode = new RegExp(`\`((?:${folders})/[^\`\\s]*|[\\w.-]+\\.(?:ts|json|md))\``, 'g')
const linked = /\]\((?!https?:|#)([^)]+)\)/g

const namedIn = (text: string) => [
  ...new Set([...text.matchAll(inCode), ...text.matchAll(linked)].map(([, name = '']) => name)),
]

describe.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'])('%s', (name) => {
  const files = namedIn(textOf(name))

  test('names files that are there', () => {
    const missing = files.filter((file) => !file.includes('*') && !existsSync(new URL(file, root)))
    expect(missing).toEqual([])
  })

  test('names scripts of package.json', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }
    const run = [...textOf(name).matchAll(/npm run ([\w:-]+)/g)].map(([, script = '']) => script)
    expect(run.filter((script) => !(script in scripts))).toEqual([])
  })
})
