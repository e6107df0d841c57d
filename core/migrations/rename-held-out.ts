import type { Database } from '../open-database.ts'

/** Gives the figures of triage models today's name for the number of held-out tickets. */
export async function renameHeldOut({ triageModels }: Database) {
  for (const figures of ['figures', 'priorityFigures'])
    await triageModels.collection.updateMany(
      { [`${figures}.heldBack`]: { $exists: true } },
      { $rename: { [`${figures}.heldBack`]: `${figures}.heldOut` } },
    )
}
