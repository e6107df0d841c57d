import type { ReactNode } from 'react'

/** One picture of the contact sheet. */
export const Sample = ({
  title,
  client,
  children,
}: {
  title: string
  client: string
  children: ReactNode
}) => (
  <figure className="sample">
    <figcaption>{title}</figcaption>
    <div className={`pane sample-body ${client}`}>{children}</div>
  </figure>
)
