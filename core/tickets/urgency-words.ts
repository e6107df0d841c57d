import type { Urgency } from './ticket-values.ts'

/** What the forms for a new ticket call each urgency, and what it means. @property meaning completes “Normal: …” */
export const urgencyWords: Record<Urgency, { label: string; meaning: string }> = {
  low: { label: 'Low', meaning: 'it can wait' },
  normal: { label: 'Normal', meaning: 'I can work around it' },
  high: { label: 'High', meaning: 'I can barely work' },
  critical: { label: 'Critical', meaning: 'many people can’t work' },
}

/** On one line: “Normal: I can work around it”. */
export const urgencyLine = (urgency: Urgency) => {
  const { label, meaning } = urgencyWords[urgency]
  return `${label}: ${meaning}`
}
