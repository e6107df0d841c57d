import { existsSync, globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)
const textOf = (file: URL) => readFileSync(file, 'utf8')

const folders = 'core|bot|api|admin-web|local|start|manifests|test|docs|\\.github|\\.ci'
const inCode = new RegExp(`\`((?:${folders})/[^\`\\s]*|[\\w.-]+\\.(?:ts|json|md))\``, 'g')
const linked = /\]\((?!https?:)([^)]+)\)/g

const allOf = (pattern: RegExp, text: string) => [
  ...new Set([...text.matchAll(pattern)].map(([, name = '']) => name)),
]

/** The anchors that GitHub gives to the headings of a document. */
const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(
    ([, heading = '']) =>
      `#${heading
        .toLowerCase()
        .replaceAll(/[^\w\- ]/g, '')
        .replaceAll(' ', '-')}`,
  )

const documents = globSync(['*.md', 'docs/*.md'], { cwd: root })

test('finds the documents', () => {
  expect(documents).toEqual(
    expect.arrayContaining([
      'README.md',
      'ARCHITECTURE.md',
      'CONTRIBUTING.md',
      'CHANGELOG.md',
      'docs/api.md',
    ]),
  )
})

describe.each(documents)('%s', (name) => {
  const document = new URL(name, root)
  const text = textOf(document)

  test('names files that are there', () => {
    const files = allOf(inCode, text).filter((file) => !file.includes('*'))
    expect(files.filter((file) => !existsSync(new URL(file, root)))).toEqual([])
  })

  test('links to files and headings that are there', () => {
    const broken = allOf(linked, text).filter((link) => {
      const target = new URL(link, document)
      const { hash } = target
      target.hash = ''
      return !existsSync(target) || (hash && !anchorsOf(textOf(target)).includes(hash))
    })
    expect(broken).toEqual([])
  })

  test('names scripts of package.json', () => {
    const { scripts } = JSON.parse(textOf(new URL('package.json', root))) as {
      scripts: Record<string, string>
    }
    const run = allOf(/npm run ([\w:-]+)/g, text)
    expect(run.filter((script) => !(script in scripts))).toEqual([])
  })
})
