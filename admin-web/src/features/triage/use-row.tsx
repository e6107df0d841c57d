import type { ReactNode } from 'react'

/** Something that can triage, whether it does, and a button to use it. @param useLabel what the button says to a screen reader */
export const UseRow = ({
  name,
  isInUse,
  when,
  use,
  useLabel,
  children,
}: {
  name: string
  isInUse: boolean
  when: ReactNode
  use: { isPending: boolean; mutate: () => void }
  useLabel: string
  children: ReactNode
}) => (
  <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3.5">
    <div className="min-w-0 flex-1 basis-64">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{name}</span>
        {isInUse && <span className="badge badge-soft badge-success">In use</span>}
        <span className="text-muted text-sm">{when}</span>
      </p>
      {children}
    </div>
    {!isInUse && (
      <button
        type="button"
        className="btn btn-plain btn-sm"
        aria-label={useLabel}
        disabled={use.isPending}
        onClick={() => use.mutate()}
      >
        Use
      </button>
    )}
  </li>
)
