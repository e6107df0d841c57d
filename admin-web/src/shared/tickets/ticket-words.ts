import type { Priority, Status, Urgency } from '../../../../core/tickets/ticket.ts'
import type { Surface } from '../../../../core/trace.ts'

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
  critical: 'Critical: many of us can not work',
}

/** "from ..." */
export const surfaceWords: Record<Surface, string> = {
  slack: 'Slack',
  discord: 'Discord',
  web: 'the console',
  api: 'the API',
  desk: 'the desk',
}

/** Where something was done. */
export const placeWords: Record<Surface, string> = {
  slack: 'in Slack',
  discord: 'in Discord',
  web: 'in the console',
  api: 'over the API',
  desk: 'by the desk itself',
}
