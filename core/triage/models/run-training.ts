import { offeredOf } from '../../catalog/names.ts'
import { isHeld } from '../../database/lease-store.ts'
import type { Desk } from '../../desk.ts'
import { newId } from '../../ids.ts'
import type { Person } from '../../trace.ts'
import { batchesToTrain } from './batches-to-train.ts'
import type { Train } from './train-in-thread.ts'
import { type TrainingOutcome, trainingStateId } from './training-state.ts'
import type { TrainingResult } from './training-worker.ts'
import { minToTrain, type TriageModel } from './triage-model.ts'

export type TrainingDesk = Pick<Desk, 'tickets' | 'catalog' | 'triageModels' | 'trainings' | 'now' | 'log'>

/** @property model null: there were too few tickets */
export type TrainingRun = { outcome: TrainingOutcome; model: TriageModel | null }

const keptVersions = 5

/**
 * Trains a model from resolved tickets, stores it, and uses it unless it is worse than what is in use, or an admin has
 * chosen the built-in rules and examples. One process at a time trains.
 * @param by who asked for it
 * @param signal ends it when the process stops; a request for it then waits for another process
 * @returns null when another process is training @throws when the training fails; what was in use stays
 */
export async function runTraining(
  desk: TrainingDesk,
  train: Train,
  { by, signal = new AbortController().signal }: { by: Person | null; signal?: AbortSignal },
): Promise<TrainingRun | null> {
  const result = await desk.trainings.whileHolding(trainingStateId, 'training', async (lost) => {
    const startedAt = await desk.triageModels.begin()
    try {
      const run = await trainAndStore(desk, train, by, AbortSignal.any([lost, signal]))
      await desk.triageModels.end(startedAt, run.outcome)
      return run
    } catch (error) {
      if (!signal.aborted) await desk.triageModels.end(startedAt, 'failed')
      throw error
    }
  })
  return isHeld(result) ? null : result
}

async function trainAndStore(
  desk: TrainingDesk,
  train: Train,
  by: Person | null,
  ending: AbortSignal,
): Promise<TrainingRun> {
  if ((await desk.tickets.countResolved(minToTrain)) < minToTrain) return tooFew
  const lists = offeredOf(await desk.catalog.load())
  const inUse = await readInUse(desk)
  const result = await train(batchesToTrain(desk.tickets, lists), { lists, inUse }, ending)
  if (!result) return tooFew
  ending.throwIfAborted()
  const model = await store(desk, result, by)
  return { outcome: outcomeOf(model), model }
}

const outcomeOf = ({ usedSince, comparison }: TriageModel): TrainingOutcome =>
  usedSince ? 'in use' : comparison.isWorse ? 'not used' : 'rules alone'

const tooFew: TrainingRun = { outcome: 'too few tickets', model: null }

async function readInUse({ triageModels }: TrainingDesk) {
  const model = await triageModels.inUse()
  if (!model) return null
  const { number, at, figures } = model
  return { number, at: at.getTime(), figures, file: await triageModels.readFile(model._id) }
}

async function store(desk: TrainingDesk, { file, ...measured }: TrainingResult, by: Person | null) {
  const { triageModels, now } = desk
  const { rulesAlone } = await triageModels.state()
  const model: TriageModel = {
    _id: newId(),
    number: await triageModels.nextNumber(),
    at: now(),
    by,
    ...measured,
    usedSince: rulesAlone || measured.comparison.isWorse ? null : now(),
  }
  await triageModels.insert(model, file)
  await removeOld(desk)
  return model
}

/** Keeps the newest versions, and the one in use. */
async function removeOld({ triageModels }: TrainingDesk) {
  const [all, inUse] = await Promise.all([triageModels.list(), triageModels.inUse()])
  const old = all.slice(keptVersions).filter(({ _id }) => _id !== inUse?._id)
  await triageModels.remove(old.map(({ _id }) => _id))
}
