import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

type EmptyStateProps = { icon: IconName; title: string; children?: ReactNode }

/** Says that there is nothing here, and what to do about it. */
export function EmptyState({ icon, title, children }: EmptyStateProps) {
  return (
    <div className="panel flex flex-col items-center px-6 py-12 text-center">
      <span className="mb-3 rounded-full bg-base-200 p-3 text-primary">
        <Icon name={icon} className="size-6" />
      </span>
      <p className="font-semibold">{title}</p>
      <div className="text-muted mt-1 max-w-md space-y-4">{children}</div>
    </div>
  )
}
