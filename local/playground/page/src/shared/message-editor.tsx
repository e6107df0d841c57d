import { type KeyboardEvent, useState } from 'react'

type Props = { text: string; className: string; onSave: (text: string) => void; onCancel: () => void }

/** A message's text in a box in its place: Enter saves, Escape leaves it as it was. */
export function MessageEditor({ text, className, onSave, onCancel }: Props) {
  const [now, setNow] = useState(text)
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel()
    else if (event.key === 'Enter' && !event.shiftKey && now.trim()) onSave(now)
    else return
    event.preventDefault()
  }
  return (
    <div className={`editor ${className}`}>
      <textarea
        // The person has just asked to edit.
        ref={(box) => box?.focus()}
        className="composer-text"
        aria-label="Edit message"
        value={now}
        rows={Math.min(8, now.split('\n').length)}
        onChange={(event) => setNow(event.target.value)}
        onKeyDown={press}
      />
      <div className="editor-foot">
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
        <button type="button" className="editor-save" disabled={!now.trim()} onClick={() => onSave(now)}>
          Save
        </button>
      </div>
    </div>
  )
}
