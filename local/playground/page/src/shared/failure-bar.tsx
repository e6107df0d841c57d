import { Close, Warning } from './icons.tsx'

/** What the platform's client says when something went wrong. */
export const FailureBar = ({ words, onDismiss }: { words: string; onDismiss: () => void }) =>
  words && (
    <div className="failure" role="alert">
      <Warning /> <span>{words}</span>
      <button type="button" className="icon-button" aria-label="Dismiss" onClick={onDismiss}>
        <Close />
      </button>
    </div>
  )
