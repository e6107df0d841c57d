import { toast } from '../toasts/toasts.ts'
import { Icon } from './icon.tsx'

export function CopyButton({ text }: { text: string }) {
  const copy = () =>
    navigator.clipboard
      .writeText(text)
      .then(() => toast('success', 'Copied'))
      .catch(() => toast('error', 'Your browser blocked copying. Select the text and copy it yourself.'))
  return (
    <button type="button" className="btn btn-plain btn-sm" onClick={copy}>
      <Icon name="copy" className="size-4" />
      Copy
    </button>
  )
}
