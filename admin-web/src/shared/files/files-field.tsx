import { useId, useRef } from 'react'
import { fileSize } from '../../../../core/attachments/file-size.ts'
import { Icon } from '../ui/icon.tsx'
import type { Upload, Uploads } from './use-uploads.ts'

/** Picks files for a message, and shows how their upload goes. */
export function FilesField({ uploads: { items, add, retry, remove } }: { uploads: Uploads }) {
  const picker = useRef<HTMLInputElement>(null)
  const hint = useId()
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <button
          type="button"
          className="btn btn-plain btn-sm"
          aria-describedby={hint}
          onClick={() => picker.current?.click()}
        >
          <Icon name="clip" className="size-4" />
          Attach files
        </button>
        <span id={hint} className="text-muted text-sm">
          Or drop or paste them here.
        </span>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          aria-label="Files"
          onChange={({ currentTarget }) => {
            add([...(currentTarget.files ?? [])])
            currentTarget.value = '' // the same file can be picked again
          }}
        />
      </div>
      {items.length > 0 && (
        <ul aria-label="Files to send" className="space-y-2">
          {items.map((one) => (
            <UploadRow key={one.key} one={one} onRetry={() => retry(one.key)} onRemove={() => remove(one)} />
          ))}
        </ul>
      )}
    </div>
  )
}

/** Says why the message can't be sent yet. */
export const WaitsFor = ({ uploads: { waitsFor } }: { uploads: Uploads }) => (
  <p role="status" className="text-muted text-sm empty:hidden">
    {waitsFor}
  </p>
)

type UploadRowProps = { one: Upload; onRetry: () => void; onRemove: () => void }

function UploadRow({ one, onRetry, onRemove }: UploadRowProps) {
  const { name, size, state } = one
  return (
    <li className="flex items-center gap-2 rounded-field border border-base-300 bg-base-100 py-1 ps-3 pe-1 text-sm">
      <Icon name="file" className="size-4 shrink-0" />
      <span className="min-w-0 grow">
        <bdi className="wrap-anywhere">{name}</bdi>{' '}
        <span className="text-muted whitespace-nowrap">{fileSize(size, undefined)}</span>
        {state === 'sending' && (
          <progress
            className="block h-1.5 w-full max-w-60 accent-primary"
            aria-label={`Upload of ${name}`}
            value={one.share}
          />
        )}
        {state === 'failed' && (
          <span role="alert" className="block text-error">
            {one.problem}
          </span>
        )}
      </span>
      {state === 'failed' && (
        <button type="button" className="btn btn-ghost btn-xs" aria-label={`Retry ${name}`} onClick={onRetry}>
          Retry
        </button>
      )}
      <button type="button" className="btn btn-ghost btn-xs" aria-label={`Remove ${name}`} onClick={onRemove}>
        <Icon name="close" className="size-4" />
      </button>
    </li>
  )
}
