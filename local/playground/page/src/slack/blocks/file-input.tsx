import type { FileInput as FileElement } from '@slack/types'
import { useRef } from 'react'
import { Close, File as FileIcon } from '../../shared/icons.tsx'
import { usePickedFiles } from '../../shared/picked-files.ts'
import { PlatformError } from '../../shared/platform-error.tsx'
import { useFailure } from '../../shared/use-failure.ts'
import { useSurface } from './surface.ts'
import type { InputProps } from './text-inputs.tsx'
import { useAnswer } from './use-answer.ts'

/** https://docs.slack.dev/reference/block-kit/block-elements/file-input-element */
export function FileInput({ blockId, element, label }: InputProps<FileElement>) {
  const [ids, change] = useAnswer<string[]>({ blockId, element }, [], false)
  const { names, upload } = usePickedFiles()
  const picker = useRef<HTMLInputElement>(null)
  const max = element.max_files ?? 10
  const { form } = useSurface()
  const { failure, attempt } = useFailure()
  const take = async (list: FileList | null) => {
    const sent = attempt(upload([...(list ?? [])].slice(0, max - ids.length)))
    change([...ids, ...(await (form ? form.uploading(sent) : sent))])
  }
  return (
    <div className="s-files">
      {ids.map((id) => (
        <span className="s-file" key={id}>
          <FileIcon /> {names(id)}
          <button
            type="button"
            className="icon-button"
            aria-label={`Remove ${names(id)}`}
            onClick={() => change(ids.filter((one) => one !== id))}
          >
            <Close />
          </button>
        </span>
      ))}
      <button type="button" className="s-button" onClick={() => picker.current?.click()}>
        {form?.isUploading ? 'Uploading…' : 'Upload files'}
      </button>
      {failure && <PlatformError>{failure}</PlatformError>}
      <input
        ref={picker}
        type="file"
        hidden
        multiple={max > 1}
        accept={element.filetypes?.map((type) => `.${type}`).join(',')}
        aria-label={label}
        onChange={(event) => void take(event.target.files).catch(() => undefined)}
      />
    </div>
  )
}
