import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type Manifest, pagesIn, scriptsOf } from '../../start/page-preloads.ts'

const manifest: Manifest = {
  'index.html': { file: 'assets/index.js' },
  'src/react.ts': { file: 'assets/react-dom.js', imports: ['_react.js'] },
  'src/main.tsx': { file: 'assets/main.js', imports: ['src/react.ts', 'index.html'] },
  '_react.js': { file: 'assets/react.js' },
  '_forms.js': { file: 'assets/forms.js', imports: ['_react.js'] },
  'src/app/providers.tsx': { file: 'assets/providers.js', imports: ['index.html'] },
  '_shell-up.js': { file: 'assets/shell.js', name: 'shell', imports: ['index.html'] },
  'src/features/log-in.tsx': { file: 'assets/log-in.js', imports: ['_forms.js', 'index.html'] },
  'src/features/ticket.tsx': {
    file: 'assets/ticket.js',
    imports: ['_forms.js'],
  },
  'src/shared/markdown/markdown.tsx': { file: 'assets/markdown.js', imports: ['_react.js'] },
}

test.each([
  ['/login', 'src/features/log-in.tsx', ['react-dom', 'react', 'main', 'providers', 'log-in', 'forms']],
  [
    '/tickets/:id',
    'src/features/ticket.tsx',
    ['react-dom', 'react', 'main', 'providers', 'shell', 'ticket', 'forms', 'markdown'],
  ],
])('%s needs its scripts, and none that the page names already', (of, module, names) => {
  expect(scriptsOf({ path: of, module }, manifest)).toEqual(names.map((name) => `assets/${name}.js`))
})

test('a page that the build left out is an error', () => {
  expect(() => scriptsOf({ path: '/gone', module: 'src/features/gone.tsx' }, manifest)).toThrow('gone.tsx')
})

test('every page of the router is found, with a module that exists', async () => {
  const folder = path.join(import.meta.dirname, '../../admin-web')
  const router = await readFile(path.join(folder, 'src/app/router.tsx'), 'utf8')
  const pages = pagesIn(router)
  expect(pages.length).toBe([...router.matchAll(/\bpage\(\s*'/g)].length)
  expect(pages.map(({ path: of }) => of)).toEqual(
    expect.arrayContaining(['/login', '/queue', '/tickets/:id']),
  )
  for (const { module } of pages) await readFile(path.join(folder, module))
})
