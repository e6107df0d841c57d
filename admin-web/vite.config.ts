import { resolve } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv } from 'vite'

const root = import.meta.dirname

const anyOf = (...patterns: RegExp[]) => new RegExp(patterns.map(({ source }) => source).join('|'))

/**
 * What pages share, in few files: over HTTP/1.1 a browser asks for six at once. Each file takes the modules it names with
 * all that they import, unless a file before it has them. So files import only earlier ones, never one another in a circle.
 * Forms come after what shows tickets, which needs neither zod nor react-hook-form.
 */
const shared = [
  { name: 'initial', tags: ['$initial' as const] },
  { name: 'react', test: /\/src\/react\.ts$/ },
  { name: 'main', test: /\/src\/main\.tsx$/ },
  {
    name: 'providers',
    test: /\/app\/providers\.tsx$|\/@tanstack\/(react-)?query|\/forms\/(text-field|form-problem|submit-button)\.tsx$/,
  },
  { name: 'forms', test: /\/react-hook-form\// },
  { name: 'guest', test: /\/features\/session\/(guest-page|check-mail|use-enter)\.tsx?$/ },
  {
    name: 'shell',
    test: anyOf(
      /\/shell\/shell\.tsx$|\/markdown-view\.tsx$|\/core\/.*-(values|names)\.ts$/,
      /\/shared\/(catalog|people|session|surfaces|tickets)\//,
      /\/shared\/(forms\/se|time\/(time-ago|use-)|ui\/(?!rows|virtual-rows|paged-list|load-more))/,
    ),
  },
  { name: 'ticket-page', test: /\/ticket-page\.tsx$/ },
  { name: 'lists', test: /\/features\/tickets\/(list|filters|status)\// },
  {
    name: 'schemas',
    test: /\/(zod|@hookform)\/|\/(use-draft-form|markdown-field|tag-input)\.tsx?$|\/core\/tickets\/ticket-texts\.ts$/,
  },
  {
    name: 'ticket-forms',
    test: /\/features\/ticket\/.*\/(composer|comment-editor|(resolve|duplicate|edit)-dialog)\.tsx$/,
  },
  { name: 'common', minShareCount: 2 },
].map((group, index, { length }) => ({ ...group, priority: length - index }))

/** The first paint waits for the small script of the page, which chooses the theme. Vite drops attributes from its tag. */
const blockRendering = {
  name: 'block-rendering',
  transformIndexHtml: {
    order: 'post' as const,
    handler: (html: string) =>
      html.replace('<script type="module"', '<script type="module" blocking="render"'),
  },
}

export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, resolve(root, '..'), 'VITE_')
  return {
    root,
    plugins: [react(), tailwindcss(), blockRendering],
    build: {
      outDir: resolve(root, 'dist'),
      // the build script keeps what the last builds wrote, and needs to know what this one does and loads
      emptyOutDir: false,
      manifest: true,
      target: 'es2023',
      modulePreload: { polyfill: false },
      rolldownOptions: { output: { codeSplitting: { groups: shared } } },
    },
    server: {
      proxy: Object.fromEntries(
        ['/api', '/unsubscribe'].map((path) => [path, env.VITE_SERVER_URL ?? 'http://localhost:5000']),
      ),
    },
  }
})
