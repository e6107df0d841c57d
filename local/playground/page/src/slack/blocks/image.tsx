import type { ImageBlock, ImageElement } from '@slack/types'

/** Pictures of other hosts are not loaded here: their place and words show how it looks. */
export function Image({ element, className }: { element: ImageElement | ImageBlock; className: string }) {
  const url = 'image_url' in element ? element.image_url : ''
  const isOwn = url !== '' && new URL(url, location.href).origin === location.origin
  if (isOwn) return <img className={className} src={url} alt={element.alt_text} />
  return (
    <span className={`${className} picture`} role="img" aria-label={element.alt_text} title={url}>
      {className === 's-thumb' || className === 's-tiny' ? '' : element.alt_text}
    </span>
  )
}
