import { defineConfig } from 'vitest/config'

/** A page may take longer than the second that polls are given otherwise, when all else runs beside it. */
const common = { testTimeout: 30_000, hookTimeout: 120_000, expect: { poll: { timeout: 15_000 } } }

/** Tests that start local services of their own, and stop them. */
const localServices = ['test/local/*.test.ts', 'test/local/{database,inngest,mail,processes}/*.test.ts']

/**
 * Quick tests and those in a browser run side by side. Scenarios and local services run afterwards. They mostly wait for the desks and
 * programs that each file starts for itself, so two files run at a time. All use one database server.
 */
export default defineConfig({
  test: {
    globalSetup: ['test/support/start-services.ts'],
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          ...common,
          name: 'parts',
          // nothing is kept in modules, so they are loaded once for all files: that saves a minute and a half
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: ['test/scenarios/**', ...localServices, 'test/admin-web/**', 'test/long/**'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          ...common,
          name: 'browser',
          globalSetup: ['test/support/build-console.ts'],
          include: ['test/admin-web/**/*.test.ts'],
          testTimeout: 180_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          ...common,
          name: 'whole',
          globalSetup: ['test/support/build-console.ts', 'test/local/prepare.ts'],
          include: [...localServices, 'test/scenarios/**/*.test.ts'],
          testTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
