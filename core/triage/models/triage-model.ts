import { z } from 'zod'
import { personSchema } from '../../trace.ts'

/** With fewer tickets than this, the rules alone are better. */
export const minToTrain = 50
/** The newest tickets that a model learns from. */
export const maxToTrain = 40_000

const share = z.number().min(0).max(1)

/**
 * How a model did on the newest fifth of its tickets, held out from a first training. Then it learned from all.
 * @property coverageAt90 share of the tickets whose confidence promises that 9 of 10 answers are right
 * @property calibrationError how far confidence is from the share that is right
 */
export const figuresSchema = z.object({
  rows: z.number().int().describe('how many tickets it learned from'),
  heldOut: z.number().int().describe('how many tickets the figures are measured on'),
  accuracy: share,
  macroF1: z.number().min(0).max(1).describe('mean of the F1 scores of all categories'),
  coverageAt90: share.describe('share of tickets with a confidence from which on 9 of 10 are right'),
  calibrationError: share.describe('how far confidence is from the share that is right'),
  seconds: z.number().describe('how long the training took'),
})

/** How what was learned of priorities did on the held-out tickets, beside the built-in rules and examples. */
export const priorityFiguresSchema = z.object({
  rows: z.number().int().describe('how many tickets it learned from'),
  heldOut: z.number().int().describe('how many tickets the figures are measured on'),
  accuracy: share,
  macroF1: share,
  rulesAccuracy: share.describe('of the built-in rules and examples, on the same tickets'),
  isUsed: z.boolean().describe('false: rules and examples alone do better by more than chance explains'),
})

/** Its accuracy beside that of what triaged before: both on tickets that neither had learned from. */
export const comparisonSchema = z.object({
  with: z.number().int().nullable().describe('number of the model that was in use; null: the rules'),
  tickets: z.number().int(),
  accuracy: share,
  otherAccuracy: share,
  isWorse: z.boolean().describe('by more than chance explains'),
})

/** A version of what the local engine has learned. Its weights are in GridFS, under the same id. */
export const triageModelSchema = z.object({
  _id: z.string(),
  number: z.number().int(),
  at: z.date().describe('when it was trained'),
  by: personSchema.nullable().describe('who asked for it; null: trained at night or from a terminal'),
  figures: figuresSchema,
  comparison: comparisonSchema,
  priorityFigures: priorityFiguresSchema.nullish().describe('null: too few tickets teach priorities'),
  usedSince: z.date().nullable().describe('the model with the latest date is in use; null: never used'),
})

export type Figures = z.infer<typeof figuresSchema>
export type Comparison = z.infer<typeof comparisonSchema>
export type PriorityFigures = z.infer<typeof priorityFiguresSchema>
export type TriageModel = z.infer<typeof triageModelSchema>

/** What a training has measured. */
export type Measured = Pick<TriageModel, 'figures' | 'comparison' | 'priorityFigures'>
