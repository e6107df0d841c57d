import type { APIAttachment } from 'discord-api-types/v10'
import { File as FileIcon } from '../../shared/icons.tsx'
import { Picture } from '../components/media.tsx'

export const Attachments = ({ attachments }: { attachments: APIAttachment[] }) =>
  attachments.map((attachment) =>
    attachment.content_type?.startsWith('image/') ? (
      <Picture
        key={attachment.id}
        media={attachment}
        words={attachment.description ?? attachment.filename}
        className="d-picture"
      />
    ) : (
      <a key={attachment.id} className="d-file" href={attachment.url} download={attachment.filename}>
        <FileIcon />
        <span>
          {attachment.filename}
          <small>{sizeOf(attachment.size)}</small>
        </span>
      </a>
    ),
  )

const sizeOf = (bytes: number) =>
  bytes < 1_000
    ? `${bytes} bytes`
    : bytes < 1_000_000
      ? `${(bytes / 1_000).toFixed(2)} KB`
      : `${(bytes / 1_000_000).toFixed(2)} MB`
