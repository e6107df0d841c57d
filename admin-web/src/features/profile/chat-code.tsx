import { useNow } from '../../shared/time/use-now.ts'
import { CopyButton } from '../../shared/ui/copy-button.tsx'

type ChatCodeProps = { where: string; command: string; expiresAt: number; onRenew: () => void }

export function ChatCode({ where, command, expiresAt, onRenew }: ChatCodeProps) {
  const left = expiresAt - useNow()
  const minutes = Math.max(1, Math.round(left / 60_000))

  if (left <= 0)
    return (
      <p>
        This code has expired.{' '}
        <button type="button" className="link" onClick={onRenew}>
          Get a new code
        </button>
      </p>
    )
  return (
    <div role="status" className="rounded-field bg-base-200 p-4">
      <p className="mb-2">{where}</p>
      <p className="flex flex-wrap items-center gap-3">
        <code className="rounded-md bg-base-100 px-3 py-1.5 text-lg font-semibold tracking-wider select-all">
          {command}
        </code>
        <CopyButton text={command} />
      </p>
      <p className="text-muted mt-2 text-sm">
        Only you see it there. The code works once and expires in{' '}
        {minutes === 1 ? '1 minute' : `${minutes} minutes`}.
      </p>
    </div>
  )
}
