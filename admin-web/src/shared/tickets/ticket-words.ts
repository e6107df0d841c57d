import type { Priority, Status, Urgency } from '../../../../core/tickets/ticket-values.ts'

export const statusWords: Record<Status, string> = {
  open: 'Open',
  in_progress: 'In progress',
  waiting: 'Waiting',
  resolved: 'Resolved',
  closed: 'Closed',
}

export const priorityWords: Record<Priority, string> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  urgent: 'Urgent',
}

export const urgencyWords: Record<Urgency, string> = {
  low: 'Low: whenever you have time',
  normal: 'Normal: it slows me down',
  high: 'High: I can hardly work',
  critical: 'Critical: many of us can’t work',
}
