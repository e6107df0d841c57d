import fc from 'fast-check'
import { play } from './play.ts'
import { inWords, programs, type Step } from './program.ts'
import { createWorld } from './world.ts'

/** @property concurrency how many worlds play side by side @property steps the longest program */
export type Checking = {
  runs: number
  seed: number
  concurrency: number
  steps: number
  freshDatabase: () => string
  onRun?: (() => void) | undefined
  /** whether to look for a shorter program that fails, too; default true */
  shortens?: boolean
}

/** So that not everything depends on one world's state. */
const runsInWorld = 250

/** Plays random programs. @returns the shortest program that fails, with the reason; null: none */
export async function checkInterleavings(checking: Checking): Promise<string | null> {
  const { runs, concurrency, seed } = checking
  const share = Math.ceil(runs / concurrency)
  const failures = await Promise.all(
    Array.from({ length: concurrency }, (_, index) => checkShare(checking, seed + index * 1_000, share)),
  )
  return failures.find((failure) => failure !== null) ?? null
}

async function checkShare(checking: Checking, seed: number, runs: number): Promise<string | null> {
  for (let done = 0, part = 0; done < runs; done += runsInWorld, part++) {
    const failure = await checkInWorld(checking, seed + part, Math.min(runsInWorld, runs - done))
    if (failure) return failure
  }
  return null
}

async function checkInWorld(
  { steps, freshDatabase, onRun, shortens = true }: Checking,
  seed: number,
  numRuns: number,
) {
  const world = await createWorld(freshDatabase())
  try {
    const property = fc.asyncProperty(programs(steps), async (program: Step[]) => {
      await play(world, program)
      onRun?.()
    })
    const result = await fc.check(property, {
      seed,
      numRuns,
      // also ends the search for a shorter program
      interruptAfterTimeLimit: 600_000,
      endOnFailure: !shortens,
    })
    if (!result.failed) return null
    const [program] = result.counterexample ?? [[]]
    return `Seed ${seed}: this program fails\n${inWords(program)}\n${(result.errorInstance as Error)?.message}`
  } finally {
    await world.close()
  }
}
