import { defineConfig } from 'vitest/config'

/** A page may take longer than the second that polls are given otherwise, when all else runs beside it. */
const common = { testTimeout: 30_000, hookTimeout: 120_000, expect: { poll: { timeout: 15_000 } } }

/** Tests that start local services of their own, and stop them. */
const localServices = ['test/local/*.test.ts', 'test/local/{database,inngest,mail,processes}/*.test.ts']

/** Tests of how soon people are told. Other work on the machine would delay that. */
const timed = ['test/scenarios/story.test.ts']

/**
 * Quick tests and those in a browser run side by side. Afterwards, timed tests run alone. Scenarios and local services come last. They
 * spend most of their time waiting for the desks and programs that each file starts, so two files run at a time. All use one database server.
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
          name: 'timed',
          globalSetup: ['test/support/build-console.ts'],
          include: timed,
          fileParallelism: false,
          testTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          ...common,
          name: 'whole',
          globalSetup: ['test/support/build-console.ts', 'test/local/prepare.ts'],
          include: [...localServices, 'test/scenarios/**/*.test.ts'],
          exclude: timed,
          testTimeout: 180_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
