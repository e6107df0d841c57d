import type {
  APIFileComponent,
  APIMediaGalleryItem,
  APISeparatorComponent,
  APIUnfurledMediaItem,
} from 'discord-api-types/v10'
import { File as FileIcon } from '../../shared/icons.tsx'
import { keyed } from '../../shared/keyed.ts'
import { Hidden } from './hidden.tsx'

/** https://discord.com/developers/docs/components/reference#separator */
export const Separator = ({ part }: { part: APISeparatorComponent }) => (
  <div className={`d-separator d-spacing-${part.spacing ?? 1}`}>{(part.divider ?? true) && <hr />}</div>
)

/** https://discord.com/developers/docs/components/reference#media-gallery */
export const Gallery = ({ items }: { items: APIMediaGalleryItem[] }) => (
  <div className={`d-gallery d-of-${Math.min(items.length, 4)}`}>
    {keyed(items).map(({ key, item }) => (
      <Hidden key={key} isHidden={item.spoiler ?? false}>
        <Picture media={item.media} words={item.description ?? ''} className="d-gallery-item" />
      </Hidden>
    ))}
  </div>
)

/** https://discord.com/developers/docs/components/reference#file */
export const FilePart = ({ part }: { part: APIFileComponent }) => (
  <div className="d-file">
    <FileIcon /> {part.name ?? part.file.url.replace(/^attachment:\/\//, '')}
  </div>
)

type PictureProps = { media: Pick<APIUnfurledMediaItem, 'url'>; words: string; className: string }

/** Pictures of other hosts are not loaded here: their place and words show how it looks. */
export function Picture({ media, words, className }: PictureProps) {
  const isOwn = new URL(media.url, location.href).origin === location.origin
  if (isOwn) return <img className={className} src={media.url} alt={words} />
  return (
    <span className={`${className} picture`} role="img" aria-label={words || 'Picture'} title={media.url}>
      {words}
    </span>
  )
}
