import { type ReactNode, useId } from 'react'

type PanelProps = { title: string; aside?: ReactNode; className?: string; children: ReactNode }

/** A box with a title. */
export function Panel({ title, aside, className = '', children }: PanelProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={`panel p-4 sm:p-5 ${className}`}>
      <div className="mb-2 flex min-h-8 items-center justify-between gap-2">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
