import type { ClipboardEvent, ComponentProps } from 'react'
import { TextField } from './text-field.tsx'

type CodeFieldProps = Omit<ComponentProps<typeof TextField>, 'label' | 'onPaste'> & {
  kind: 'app' | 'recovery'
  onPasteCode: (code: string) => void
}

const isAppCode = (text: string) => /^\d{6}$/.test(text.replaceAll(/[\s-]/g, ''))

/** A field for a code of two-step sign-in. @param onPasteCode called with a whole code that was pasted */
export function CodeField({ kind, onPasteCode, ...field }: CodeFieldProps) {
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData('text').trim()
    if (kind !== 'app' || !isAppCode(text)) return
    event.preventDefault()
    onPasteCode(text)
  }
  const kindProps =
    kind === 'app'
      ? { label: 'Code', hint: 'Six digits from your authenticator app.', inputMode: 'numeric' as const }
      : { label: 'Recovery code', hint: 'One of the ten codes that you saved. It works once.' }
  return (
    <TextField
      {...kindProps}
      autoComplete={kind === 'app' ? 'one-time-code' : 'off'}
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={100}
      onPaste={paste}
      {...field}
    />
  )
}
