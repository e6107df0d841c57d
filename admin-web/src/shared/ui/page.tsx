import type { ReactNode } from 'react'
import { useTitle } from './use-title.ts'

type PageProps = { title: string; lead?: string; actions?: ReactNode; children: ReactNode }

export function Page({ title, lead, actions, children }: PageProps) {
  useTitle(title)
  return (
    <div className="mx-auto max-w-5xl px-4 py-6 sm:px-6 lg:py-8">
      <header className="mb-5 flex flex-wrap items-end justify-between gap-3">
        <div>
          <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
          {lead && <p className="text-muted mt-0.5">{lead}</p>}
        </div>
        {actions}
      </header>
      {children}
    </div>
  )
}
