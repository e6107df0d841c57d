// npm run triage:train
import path from 'node:path'
import { createCatalogCache } from '../core/catalog/catalog-cache.ts'
import { createCatalogStore } from '../core/catalog/catalog-store.ts'
import { readConfiguration } from '../core/configuration/configuration.ts'
import { createLeaseStore } from '../core/database/lease-store.ts'
import { createLog } from '../core/log.ts'
import { migrate } from '../core/migrate.ts'
import { connectDatabase } from '../core/open-database.ts'
import { createTicketStore } from '../core/tickets/store/ticket-store.ts'
import { createCurrentModel } from '../core/triage/models/current-model.ts'
import { createModelStore, seedTraining } from '../core/triage/models/model-store.ts'
import { runTraining, type TrainingRun } from '../core/triage/models/run-training.ts'
import { trainInThread } from '../core/triage/models/train-in-thread.ts'
import type { TrainingOutcome } from '../core/triage/models/training-state.ts'
import { minToTrain, type PriorityFigures } from '../core/triage/models/triage-model.ts'
import { findDatabase } from './running-database.ts'

/** Trains the local engine on the desk's own tickets, from a terminal. A running desk follows within a second. */
async function main() {
  const { mongodbUri, dataFolder } = readConfiguration(process.env)
  const found = await findDatabase(mongodbUri, path.resolve(dataFolder), (line) => console.error(line))
  const database = await connectDatabase(found.uri)
  try {
    await migrate(database)
    await seedTraining(database)
    const [now, log] = [() => new Date(), createLog('silent')]
    const catalog = createCatalogStore(database, new Set(), now)
    const triageModels = createModelStore(database, now)
    const desk = {
      tickets: createTicketStore(database, new Set(), now),
      catalog: { ...catalog, ...createCatalogCache(catalog.load) },
      triageModels: { ...triageModels, ...createCurrentModel(triageModels, log) },
      trainings: createLeaseStore(database.trainings.collection, now),
      ...{ now, log },
    }
    console.log(words(await runTraining(desk, trainInThread, { by: null })))
  } finally {
    await database.close()
    await found.stop()
  }
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`

const outcomeWords: Record<TrainingOutcome, string> = {
  'in use': 'It is in use.',
  'not used': 'It is worse, so it is not used.',
  'rules alone': 'It is not used: an admin has chosen the rules alone.',
  'too few tickets': `There are too few resolved tickets: it takes ${minToTrain}.`,
  failed: 'The training failed.',
}

const priorityWords = ({ heldOut, accuracy, rulesAccuracy, isUsed }: PriorityFigures) =>
  `Priorities, on ${heldOut} tickets: ${percent(accuracy)}, and the rules alone ${percent(rulesAccuracy)}.${isUsed ? '' : ' So the rules alone rate them.'}`

function words(run: TrainingRun | null): string {
  if (!run) return 'Another process is training. Try again in a minute.'
  if (!run.model) return outcomeWords[run.outcome]
  const { number, figures, comparison, priorityFigures } = run.model
  const other = comparison.with === null ? 'the rules' : `model ${comparison.with}`
  return [
    `Model ${number} learned from ${figures.rows} tickets in ${figures.seconds.toFixed(1)} s.`,
    `On the newest ${figures.heldOut}, held out: accuracy ${percent(figures.accuracy)}, macro-F1 ${percent(figures.macroF1)}, coverage at 90 % ${percent(figures.coverageAt90)}, calibration error ${percent(figures.calibrationError)}.`,
    `On ${comparison.tickets} tickets new to both: ${percent(comparison.accuracy)}, and ${other} ${percent(comparison.otherAccuracy)}.`,
    ...(priorityFigures ? [priorityWords(priorityFigures)] : []),
    outcomeWords[run.outcome],
  ].join('\n')
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
