import { repeatedly } from '../../repeatedly.ts'
import { runTraining, type TrainingDesk } from './run-training.ts'
import { type Train, trainInThread } from './train-in-thread.ts'
import { isGivenUp, isTrainingDue, trainingStateId } from './training-state.ts'

const everyMs = 5_000

/** Trains if it is night, or somebody asked for it. A training that has ended its process again and again is given up. */
export async function trainIfDue(desk: TrainingDesk, train: Train, signal: AbortSignal): Promise<void> {
  const { triageModels, trainings, log, now } = desk
  const state = await triageModels.state()
  if (isGivenUp(state)) {
    await trainings.whileHolding(trainingStateId, 'training', () => triageModels.end(now(), 'failed'))
    return
  }
  if (!isTrainingDue(state, now())) return
  const run = await runTraining(desk, train, { by: state.askedBy, signal })
  if (run) log.info({ outcome: run.outcome, model: run.model?.number }, 'trained the local engine')
}

/** Looks every few seconds whether to train. @returns a function that stops it, also a training that has begun */
export function startTraining(desk: TrainingDesk) {
  const stopping = new AbortController()
  const stop = repeatedly(
    () => trainIfDue(desk, trainInThread, stopping.signal),
    everyMs,
    (error) => desk.log.warn({ err: error }, 'the local engine could not be trained'),
  )
  return () => {
    stop()
    stopping.abort()
  }
}
