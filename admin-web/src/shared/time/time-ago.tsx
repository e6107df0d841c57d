import { exactTime, relativeTime } from './relative-time.ts'
import { useNow } from './use-now.ts'

/** A relative time, with the exact one on hover. */
export function TimeAgo({ at }: { at: string }) {
  const now = useNow()
  return (
    <time dateTime={at} title={exactTime(at)} className="whitespace-nowrap">
      {relativeTime(at, now)}
    </time>
  )
}
