import { exactTime, relativeTime } from './relative-time.ts'
import { useNow } from './use-now.ts'

/** How long ago, with the exact time on hover. */
export function TimeAgo({ at }: { at: string }) {
  const now = useNow()
  return (
    <time dateTime={at} title={exactTime(at)} className="whitespace-nowrap">
      {relativeTime(at, now)}
    </time>
  )
}
