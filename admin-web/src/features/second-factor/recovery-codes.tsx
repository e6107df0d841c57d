import { CopyButton } from '../../shared/ui/copy-button.tsx'

/** Shows recovery codes once. They can't be shown later: the desk stores only their hashes. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const text = codes.join('\n')
  return (
    <div className="space-y-4">
      <p role="status">
        Two-step sign-in is on. Save these recovery codes now: you won’t be able to see them again. If you
        lose your phone, each lets you sign in once.
      </p>
      <ul
        aria-label="Recovery codes"
        className="grid grid-cols-1 gap-x-6 gap-y-1 rounded-field bg-base-200 p-3 min-[400px]:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code}>
            <code className="tracking-wider select-all">{code}</code>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={text} />
        <button type="button" className="btn btn-plain btn-sm" onClick={() => download(text)}>
          Download
        </button>
      </div>
      <div className="modal-action">
        <button type="button" className="btn btn-primary" onClick={onDone}>
          I have saved them
        </button>
      </div>
    </div>
  )
}

function download(text: string) {
  const url = URL.createObjectURL(new Blob([`${text}\n`], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = url
  link.download = 'deskbridge-recovery-codes.txt'
  link.click()
  URL.revokeObjectURL(url)
}
