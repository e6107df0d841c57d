import { defineConfig } from 'vitest/config'

/** What asks real providers, with keys of your own. Never part of other runs: the names end in `.live.ts`. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/live/**/*.live.ts'],
    fileParallelism: false,
    testTimeout: 30_000,
  },
})
