import type { ReactNode } from 'react'
import { useNames } from './markdown/names.ts'

type Props = { href: string; className?: string; children: ReactNode }

/** A link. One to a channel or thread that is here opens it in place, as Discord's client does. */
export function WebLink({ href, className, children }: Props) {
  const { channel, open } = useNames()
  const id = /^https:\/\/discord\.com\/channels\/\d+\/(\d+)$/.exec(href)?.[1]
  const isHere = id !== undefined && channel(id) !== undefined
  return (
    <a
      className={className}
      href={href}
      target="_blank"
      rel="noreferrer noopener"
      onClick={(event) => {
        if (!isHere) return
        event.preventDefault()
        open(id)
      }}
    >
      {children}
    </a>
  )
}
