import type { Database } from '../open-database.ts'

/** Stores how far something was read, such as Discord's messages, so that a restart resumes there. */
export const createCheckpoint = ({ checkpoints }: Pick<Database, 'checkpoints'>, name: string) => ({
  load: async (): Promise<string | null> => (await checkpoints.findById(name).lean())?.at ?? null,
  save: async (at: string) => {
    await checkpoints.updateOne({ _id: name }, { $set: { at } }, { upsert: true })
  },
})
