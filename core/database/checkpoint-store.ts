import type { Database } from '../open-database.ts'

/** How far something has been read, e.g. Discord's messages: one small document each, kept over restarts. */
export const createCheckpoint = ({ checkpoints }: Pick<Database, 'checkpoints'>, name: string) => ({
  load: async (): Promise<string | null> => (await checkpoints.findById(name).lean())?.at ?? null,
  save: async (at: string) => {
    await checkpoints.updateOne({ _id: name }, { $set: { at } }, { upsert: true })
  },
})
