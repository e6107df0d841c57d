import { defineConfig } from 'vitest/config'

/** What takes minutes, one file after the other: each has a script of its own in package.json. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    globalSetup: ['test/support/start-services.ts', 'test/support/build-console.ts'],
    include: ['test/long/**/*.test.ts'],
    fileParallelism: false,
    hookTimeout: 600_000,
    testTimeout: 600_000,
    expect: { poll: { timeout: 15_000 } },
  },
})
