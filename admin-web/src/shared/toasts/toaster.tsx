import { useSyncExternalStore } from 'react'
import { Icon } from '../ui/icon.tsx'
import { currentToasts, dismiss, onToasts, type Toast } from './toasts.ts'

/** Shows toasts. The live regions exist before the first message, since screen readers miss it otherwise. */
export function Toaster() {
  const toasts = useSyncExternalStore(onToasts, currentToasts)
  return (
    <div className="pointer-events-none fixed inset-x-4 bottom-4 z-1000 flex flex-col items-center gap-2 sm:left-auto sm:items-end">
      <ToastList live="polite" toasts={toasts.filter((one) => one.tone === 'success')} />
      <ToastList live="assertive" toasts={toasts.filter((one) => one.tone === 'error')} />
    </div>
  )
}

function ToastList({ live, toasts }: { live: 'polite' | 'assertive'; toasts: Toast[] }) {
  return (
    <div aria-live={live} className="flex flex-col items-end gap-2">
      {toasts.map((one) => (
        <ToastLine key={one.id} toast={one} />
      ))}
    </div>
  )
}

function ToastLine({ toast: { id, tone, text } }: { toast: Toast }) {
  const colour = tone === 'error' ? 'bg-error text-error-content' : 'bg-neutral text-neutral-content'
  return (
    <div
      className={`pointer-events-auto flex max-w-md items-start gap-3 rounded-box px-4 py-3 shadow-lg ${colour}`}
    >
      <Icon name={tone === 'error' ? 'alert' : 'check'} className="mt-0.5 size-4.5 shrink-0" />
      <p className="min-w-0 grow wrap-anywhere">{text}</p>
      <button
        type="button"
        aria-label="Dismiss"
        className="-mr-1 cursor-pointer p-1"
        onClick={() => dismiss(id)}
      >
        <Icon name="close" className="size-4" />
      </button>
    </div>
  )
}
