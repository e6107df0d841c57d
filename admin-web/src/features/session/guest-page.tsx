import { type ReactNode, useEffect, useRef } from 'react'
import { Logo } from '../../shared/ui/logo.tsx'
import { useTitle } from '../../shared/ui/use-title.ts'

type GuestPageProps = { title: string; lead?: ReactNode; children: ReactNode; below?: ReactNode }

/** The frame of pages for people who aren't signed in: a card in the middle. Its first field has the focus. */
export function GuestPage({ title, lead, children, below }: GuestPageProps) {
  const card = useRef<HTMLDivElement>(null)
  useTitle(title)
  useEffect(() => card.current?.querySelector<HTMLInputElement>('input:not([readonly])')?.focus(), [])
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center px-4 py-10">
      <div className="mb-6 self-center">
        <Logo />
      </div>
      <div ref={card} className="panel p-6 shadow-sm sm:p-8">
        <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
        {lead && <p className="text-muted mt-1">{lead}</p>}
        <div className="mt-5">{children}</div>
      </div>
      {below && <p className="text-muted mt-5 text-center text-sm">{below}</p>}
    </main>
  )
}
