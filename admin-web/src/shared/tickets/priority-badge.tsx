import type { Priority } from '../../../../core/tickets/ticket-values.ts'
import { priorityWords } from './ticket-words.ts'

const levels: Record<Priority, number> = { low: 1, medium: 2, high: 3, urgent: 4 }
const tones: Record<Priority, string> = {
  low: 'text-muted',
  medium: 'text-base-content',
  high: 'text-warning',
  urgent: 'text-error',
}

/** Bars and a word, so that the priority is clear without its colour. */
export function PriorityBadge({ priority }: { priority: Priority | null }) {
  if (!priority) return null
  return (
    <span
      className={`inline-flex items-center gap-1.5 text-sm font-medium whitespace-nowrap ${tones[priority]}`}
    >
      <svg aria-hidden="true" viewBox="0 0 16 14" className="h-3 w-3.5" fill="currentColor">
        {[1, 2, 3, 4].map((bar) => (
          <rect
            key={bar}
            x={(bar - 1) * 4}
            y={12 - bar * 3}
            width="3"
            height={bar * 3 + 2}
            rx="1"
            opacity={bar <= levels[priority] ? 1 : 0.22}
          />
        ))}
      </svg>
      <span className="sr-only">Priority</span>
      {priorityWords[priority]}
    </span>
  )
}
