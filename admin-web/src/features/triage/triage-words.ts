import type { ModelView, TriageReport } from '../../../../core/triage/models/model-view.ts'

const percentFormat = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 })
export const percent = (share: number) => percentFormat.format(share)

type Training = TriageReport['training']

const outcomeWords: Record<NonNullable<Training['outcome']>, string> = {
  'in use': 'The last training made a model and put it to use.',
  'not used': 'The last training made a model that is worse than the one in use, so it is not used.',
  'rules alone':
    'The last training made a model. It is not used, because an admin chose the built-in rules and examples.',
  'too few tickets': 'There were too few resolved tickets to learn from. It takes 50.',
  failed: 'The last training failed. The log says why.',
}

/** What becomes of a training, or became of the last one. */
export function trainingWords({ state, outcome }: Training): string {
  if (state === 'running') return 'Training…'
  if (state === 'waiting') return 'Training begins within seconds, as soon as a worker is free.'
  return outcome ? outcomeWords[outcome] : 'The desk trains every night.'
}

/** "Right on 85 % of 96 tickets that it had not seen; model 11 on 83 %." */
export function comparisonWords({ comparison }: ModelView): string {
  const { tickets, accuracy, otherAccuracy, with: other } = comparison
  const than = other === null ? 'the built-in rules and examples' : `model ${other}`
  return `Right on ${percent(accuracy)} of ${tickets.toLocaleString()} tickets that it had not seen; ${than} on ${percent(otherAccuracy)}.`
}

/** What using the built-in rules and examples alone means. @param isChosen whether an admin has chosen them */
export function rulesWords(isChosen: boolean, isInUse: boolean): string {
  if (isChosen)
    return 'They stay in use until an admin chooses a model. The desk goes on training, so that there is one to choose.'
  return isInUse
    ? 'No model is better so far. The next training may put one to use.'
    : 'Sets aside all that the desk has learned, until an admin chooses a model again.'
}

/** "Priorities: right on 76 % of 620; the built-in rules and examples on 71 %." */
export function priorityWords(figures: NonNullable<ModelView['priorityFigures']>): string {
  const { heldOut, accuracy, rulesAccuracy, isUsed } = figures
  const kept = isUsed ? '' : ' So rules and examples go on rating them.'
  return `Priorities: right on ${percent(accuracy)} of ${heldOut.toLocaleString()}; the built-in rules and examples on ${percent(rulesAccuracy)}.${kept}`
}

type Row = TriageReport['corrections']['last30Days'][number]

export function engineWords({ engine, model }: Pick<Row, 'engine' | 'model'>): string {
  if (engine === 'gemini') return `Gemini, ${model}`
  return model ? `Local engine, model ${model}` : 'Local engine, rules and examples'
}

/** "8 % (24 of 289)" */
export const rateWords = (corrected: number, proposed: number) =>
  proposed === 0 ? '–' : `${percent(corrected / proposed)} (${corrected} of ${proposed})`
