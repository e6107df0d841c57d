import { useRef } from 'react'
import { Close, File as FileIcon, Plus } from '../icons.tsx'

/** Opens the browser's choice of files. */
export function AttachButton({ onPick }: { onPick: (files: File[]) => void }) {
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        className="icon-button composer-attach"
        aria-label="Attach files"
        onClick={() => picker.current?.click()}
      >
        <Plus />
      </button>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          onPick([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </>
  )
}

export const PickedList = ({ files, onRemove }: { files: File[]; onRemove: (file: File) => void }) =>
  files.length > 0 && (
    <div className="picked">
      {files.map((file) => (
        <span className="chip" key={`${file.name}-${file.lastModified}`}>
          <FileIcon /> {file.name}
          <button
            type="button"
            className="chip-remove"
            aria-label={`Remove ${file.name}`}
            onClick={() => onRemove(file)}
          >
            <Close />
          </button>
        </span>
      ))}
    </div>
  )
