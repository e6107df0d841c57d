import { createContext, use } from 'react'
import { Icon } from '../ui/icon.tsx'

/** Whether what is rendered is inside a link, which can hold no other link. */
export const InLink = createContext(false)

type PictureProps = { src?: string | undefined; alt?: string | undefined }

/**
 * Stands for a picture that somebody put into a text. Pictures would load from any server as soon as the text is shown,
 * and so tell it who reads the ticket and when. A click opens the picture in a tab of its own, without naming this desk.
 */
export function Picture({ src, alt }: PictureProps) {
  const words = alt?.trim() || 'Picture'
  const isInLink = use(InLink)
  const host = hostOf(src)
  if (isInLink || !host) return <Placeholder words={words} />
  return (
    <a href={src} target="_blank" rel="noopener noreferrer" referrerPolicy="no-referrer">
      <Placeholder words={words} note={`opens ${host} in a new tab`} />
    </a>
  )
}

const Placeholder = ({ words, note }: { words: string; note?: string }) => (
  <span className="inline-flex max-w-full items-center gap-1.5 rounded-md border border-base-300 px-2 py-1">
    <Icon name="picture" className="size-4 shrink-0" />
    <span className="min-w-0">
      {words} {note && <span className="text-muted">({note})</span>}
    </span>
  </span>
)

const hostOf = (src: string | undefined) =>
  src && URL.canParse(src, window.location.origin) ? new URL(src, window.location.origin).host : ''
