import { resolve } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv } from 'vite'

const root = import.meta.dirname

/** What pages share is in few files: over HTTP/1.1 a browser asks for six at once, and each waits for a round trip. */
const chunks = [
  { name: 'initial', tags: ['$initial' as const], priority: 1 },
  { name: 'common', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 30_000 },
]

export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, resolve(root, '..'), 'VITE_')
  return {
    root,
    plugins: [react(), tailwindcss()],
    build: {
      outDir: resolve(root, 'dist'),
      // the build script keeps what the last builds wrote, and needs to know what this one does and loads
      emptyOutDir: false,
      manifest: true,
      target: 'es2023',
      modulePreload: { polyfill: false },
      rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
    },
    server: {
      proxy: Object.fromEntries(
        ['/api', '/unsubscribe'].map((path) => [path, env.VITE_SERVER_URL ?? 'http://localhost:5000']),
      ),
    },
  }
})
