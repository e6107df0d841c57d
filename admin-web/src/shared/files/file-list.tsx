import { useState } from 'react'
import type { FileView } from '../../../../core/attachments/attached-file.ts'
import { fileSize } from '../../../../core/attachments/file-size.ts'
import { Icon } from '../ui/icon.tsx'

const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']
/** A larger picture is downloaded only when somebody wants it, in bytes. */
const maxShownBytes = 8 * 1_024 * 1_024

const isPicture = ({ type, size, state }: FileView) =>
  state === 'ready' && pictures.includes(type) && size <= maxShownBytes

/** The files of a description or a message: small pictures, and a row for each other file. */
export function FileList({ files }: { files: FileView[] }) {
  if (files.length === 0) return null
  return (
    <ul aria-label="Files" className="mt-3 flex flex-wrap items-start gap-2">
      {files.map((file) =>
        isPicture(file) ? <Picture key={file.id} file={file} /> : <Row key={file.id} file={file} />,
      )}
    </ul>
  )
}

/** A click opens it in a tab of its own. */
function Picture({ file }: { file: FileView }) {
  const [broken, setBroken] = useState(false)
  if (broken) return <Row file={file} />
  const address = `/api/files/${file.id}?inline`
  return (
    <li>
      <a href={address} target="_blank" rel="noopener" className="block">
        <img
          src={address}
          alt={file.name}
          title={`${file.name}, ${fileSize(file.size, undefined)}`}
          loading="lazy"
          className="h-32 w-auto max-w-full min-w-12 rounded-field border border-base-300 bg-base-200 object-cover"
          onError={() => setBroken(true)}
        />
      </a>
    </li>
  )
}

function Row({ file }: { file: FileView }) {
  const { id, name, size, state } = file
  const words = stateWords(file)
  return (
    <li className="flex w-full items-center gap-2 rounded-field border border-base-300 px-3 py-1.5 text-sm">
      <Icon name={state === 'failed' ? 'alert' : 'file'} className="size-4 shrink-0" />
      <span className="min-w-0 grow">
        <bdi className="wrap-anywhere">{name}</bdi>{' '}
        <span className="text-muted whitespace-nowrap">{fileSize(size, undefined)}</span>
        {words && (
          <span className={`block ${state === 'failed' ? 'text-error' : 'text-muted'}`}>{words}</span>
        )}
      </span>
      {state === 'ready' && (
        <a
          href={`/api/files/${id}`}
          download
          className="btn btn-ghost btn-xs"
          aria-label={`Download ${name}`}
        >
          <Icon name="download" className="size-4" />
          <span className="max-sm:hidden">Download</span>
        </a>
      )}
    </li>
  )
}

function stateWords({ state, reason }: FileView): string | null {
  if (state === 'coming') return 'Coming from the chat'
  if (state === 'scanning') return 'Being checked for viruses'
  return state === 'failed' ? `Not received. ${reason ?? ''}` : null
}
