import { buffer } from 'node:stream/consumers'
import type { mongo } from 'mongoose'
import { createFileBytes } from '../../attachments/file-bytes.ts'
import { rawCollection } from '../../database/raw-collection.ts'
import type { Database } from '../../open-database.ts'
import type { Person } from '../../trace.ts'
import { neverTrained, type TrainingOutcome, type TrainingState, trainingStateId } from './training-state.ts'
import type { TriageModel } from './triage-model.ts'

const newestFirst = { number: -1 } as const
const pieceBytes = 1 << 20

/** Creates the state of training if it is missing. Later updates need no upsert. */
export async function seedTraining({ trainings }: Pick<Database, 'trainings'>) {
  const { _id, ...fresh } = neverTrained
  await rawCollection<TrainingState>(trainings).updateOne({ _id }, { $setOnInsert: fresh }, { upsert: true })
}

type ModelDatabase = Pick<Database, 'connection' | 'triageModels' | 'trainings'>

/** Versions of what the local engine has learned, and the state of training. */
export function createModelStore(database: ModelDatabase, now: () => Date) {
  const models = rawCollection<TriageModel>(database.triageModels)
  const trainings = rawCollection<TrainingState>(database.trainings)
  const files = createFileBytes(database, 'triageModels')

  /** All versions that are kept, the newest first. */
  const list = () => models.find().sort(newestFirst).toArray()
  const find = (id: string) => models.findOne({ _id: id })
  const lastUsed = () =>
    models
      .find({ usedSince: { $ne: null } })
      .sort({ usedSince: -1, number: -1 })
      .limit(1)
      .next()
  /** The version in use; null: the built-in rules and examples. */
  const inUse = async () => ((await state()).rulesAlone ? null : lastUsed())

  /** The bytes come first, so that a version that is listed can be read. */
  async function insert(model: TriageModel, file: Uint8Array) {
    await files.write(model._id, piecesOf(file))
    await models.insertOne(model)
  }

  const readFile = (id: string): Promise<Buffer> => buffer(files.read(id))

  /** Every process uses this version from its next look on. @returns null when it is gone */
  async function use(id: string) {
    const used = await models.findOneAndUpdate(
      { _id: id },
      { $set: { usedSince: now() } },
      { returnDocument: 'after' },
    )
    if (used) await changeState({ $set: { rulesAlone: null } })
    return used
  }

  /** No process uses a version from its next look on, until an admin chooses one. */
  const useRules = (by: Person) => changeState({ $set: { rulesAlone: { since: now(), by } } })

  /** Removes these versions, and bytes of trainings that were cut off. */
  async function remove(ids: string[]) {
    await models.deleteMany({ _id: { $in: ids } })
    const kept = new Set((await models.find({}, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id))
    for (const id of await files.list()) if (!kept.has(id)) await files.remove(id)
  }

  const state = async (): Promise<TrainingState> =>
    (await trainings.findOne({ _id: trainingStateId })) ?? neverTrained

  const changeState = (update: mongo.UpdateFilter<TrainingState>, more: mongo.Filter<TrainingState> = {}) =>
    trainings.findOneAndUpdate({ _id: trainingStateId, ...more }, update, { returnDocument: 'after' })

  /** A request to train. One that is pending stays as it is. */
  const ask = (askedBy: Person | null) =>
    changeState({ $set: { askedAt: now(), askedBy, attempts: 0 } }, { askedAt: null })

  /** @returns when the training began */
  async function begin(): Promise<Date> {
    const startedAt = now()
    await changeState({ $set: { startedAt }, $inc: { attempts: 1 } })
    return startedAt
  }

  /** Ends a training, and the request that it answers: one that was made before it began. */
  async function end(startedAt: Date, outcome: TrainingOutcome) {
    await changeState({ $set: { endedAt: now(), attempts: 0, outcome } })
    await changeState({ $set: { askedAt: null, askedBy: null } }, { askedAt: { $lte: startedAt } })
  }

  const nextNumber = async () => (await changeState({ $inc: { lastNumber: 1 } }))?.lastNumber ?? 1

  return {
    list,
    find,
    inUse,
    insert,
    readFile,
    use,
    useRules,
    remove,
    state,
    ask,
    begin,
    end,
    nextNumber,
  }
}

async function* piecesOf(file: Uint8Array) {
  for (let at = 0; at < file.length; at += pieceBytes) yield file.subarray(at, at + pieceBytes)
}

export type ModelStore = ReturnType<typeof createModelStore>
