import type { ReactNode } from 'react'
import { Icon } from '../ui/icon.tsx'

type RemovableRowProps = { name: string; onRemove: () => void; children: ReactNode }

export const RemovableRow = ({ name, onRemove, children }: RemovableRowProps) => (
  <li aria-label={name} className="flex items-start gap-2 rounded-box border border-base-300 p-4">
    <div className="min-w-0 grow space-y-3">{children}</div>
    <button
      type="button"
      aria-label={`Remove ${name.toLowerCase()}`}
      className="btn btn-ghost btn-sm btn-square"
      onClick={onRemove}
    >
      <Icon name="trash" />
    </button>
  </li>
)
