import { useSyncExternalStore } from 'react'
import { Icon } from '../ui/icon.tsx'
import { currentToasts, dismiss, onToasts, type Toast } from './toasts.ts'

/** Shows toasts beside the page, where they cover no button; clicks go through them. The live regions exist before the first message, since screen readers miss it otherwise. */
export function Toaster() {
  const toasts = useSyncExternalStore(onToasts, currentToasts)
  return (
    <>
      <ToastList live="polite" toasts={toasts.filter((one) => one.tone === 'success')} />
      <ToastList live="assertive" toasts={toasts.filter((one) => one.tone === 'error')} />
    </>
  )
}

function ToastList({ live, toasts }: { live: 'polite' | 'assertive'; toasts: Toast[] }) {
  return (
    <div aria-live={live} className="flex flex-col gap-2">
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
      className={`flex w-full items-start gap-3 rounded-box px-4 py-3 shadow-lg max-lg:mx-auto max-lg:max-w-md ${colour}`}
    >
      <Icon name={tone === 'error' ? 'alert' : 'check'} className="mt-0.5 size-4.5 shrink-0" />
      <p className="min-w-0 grow wrap-anywhere">{text}</p>
      <button
        type="button"
        aria-label="Dismiss"
        className="pointer-events-auto -mr-1 cursor-pointer p-1"
        onClick={() => dismiss(id)}
      >
        <Icon name="close" className="size-4" />
      </button>
    </div>
  )
}
