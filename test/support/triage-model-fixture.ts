import { newId } from '../../core/ids.ts'
import type { TriageModel } from '../../core/triage/models/triage-model.ts'
import { monday } from './ticket-fixture.ts'

/** A version of what triage has learned, which nobody uses. */
export const triageModelOf = (number: number, more: Partial<TriageModel> = {}): TriageModel => ({
  _id: newId(),
  number,
  at: monday,
  by: null,
  figures: {
    rows: 500,
    heldOut: 100,
    accuracy: 0.8,
    macroF1: 0.75,
    coverageAt90: 0.6,
    calibrationError: 0.04,
    seconds: 2,
  },
  comparison: { with: null, tickets: 100, accuracy: 0.8, otherAccuracy: 0.5, isWorse: false },
  usedSince: null,
  ...more,
})
