import type { ReactNode } from 'react'
import { Icon, type IconName } from '../../../shared/ui/icon.tsx'

type FieldCardProps = {
  /** the field's label, or its place */
  name: string
  isFirst: boolean
  isLast: boolean
  onMove: (by: 1 | -1) => void
  onRemove: () => void
  children: ReactNode
}

/** One field in the editor, with buttons for its place. */
export const FieldCard = ({ name, isFirst, isLast, onMove, onRemove, children }: FieldCardProps) => (
  <li aria-label={name} className="rounded-box border border-base-300 p-4">
    <div className="mb-3 flex items-center gap-1">
      <span className="text-muted min-w-0 flex-1 truncate text-sm">{name}</span>
      <CardButton icon="up" label={`Move ${name} up`} disabled={isFirst} onClick={() => onMove(-1)} />
      <CardButton icon="down" label={`Move ${name} down`} disabled={isLast} onClick={() => onMove(1)} />
      <CardButton icon="trash" label={`Remove ${name}`} onClick={onRemove} />
    </div>
    {children}
  </li>
)

type CardButtonProps = { icon: IconName; label: string; disabled?: boolean; onClick: () => void }

const CardButton = ({ icon, label, ...button }: CardButtonProps) => (
  <button type="button" aria-label={label} className="btn btn-ghost btn-sm btn-square" {...button}>
    <Icon name={icon} />
  </button>
)
