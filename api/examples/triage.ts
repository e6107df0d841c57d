export const exampleTriageModel = {
  id: '65f0c0ffee65f0c0ffee0d0c',
  number: 12,
  at: '2026-11-23T02:00:09.000Z',
  by: null,
  figures: {
    rows: 4_200,
    heldOut: 840,
    accuracy: 0.84,
    macroF1: 0.82,
    coverageAt90: 0.76,
    calibrationError: 0.03,
    seconds: 6.4,
  },
  comparison: { with: 11, tickets: 96, accuracy: 0.85, otherAccuracy: 0.83, isWorse: false },
  priorityFigures: {
    ...{ rows: 3_100, heldOut: 620, accuracy: 0.76, macroF1: 0.48, rulesAccuracy: 0.71 },
    isUsed: true,
  },
  isInUse: true,
}

const exampleCorrections = {
  engine: 'local',
  model: '12',
  tickets: 310,
  abstained: 21,
  proposed: { category: 289, priority: 310, skills: 310 },
  corrected: { category: 24, priority: 31, skills: 12, assignee: 9 },
}

export const exampleTriageReport = {
  models: [exampleTriageModel],
  rulesAlone: null,
  training: {
    state: 'idle',
    startedAt: '2026-11-23T02:00:00.000Z',
    endedAt: '2026-11-23T02:00:10.000Z',
    outcome: 'in use',
  },
  corrections: { last30Days: [exampleCorrections], last90Days: [exampleCorrections] },
}
