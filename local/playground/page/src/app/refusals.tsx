import { useLiveState } from '../live/use-live.ts'
import { FailureBar } from '../shared/failure-bar.tsx'
import { useStored } from '../shared/use-stored.ts'

/** What a platform does not take of what the desk sends, until it is dismissed: for who changes a message. */
export function Refusals() {
  const { refused = [] } = useLiveState()
  const [seenUntil, setSeenUntil] = useStored<number>('refusals-seen', 0)
  return refused
    .filter(({ at }) => at > seenUntil)
    .map(({ platform, call, code, problems, at }) => (
      <FailureBar
        key={`${call} ${at}`}
        words={`${platform} refused ${call}: ${code}. ${problems.join(' ')}`}
        onDismiss={() => setSeenUntil(at)}
      />
    ))
}
