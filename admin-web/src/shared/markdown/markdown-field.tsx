import { type ReactNode, useState } from 'react'
import { Field } from '../forms/field.tsx'
import { MarkdownView } from './markdown-view.tsx'
import { type Tab, Tabs } from './tabs.tsx'

type MarkdownFieldProps = {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string
  error?: string | undefined
  rows?: number
  maxLength: number
  placeholder?: string
  onSubmit?: () => void
  footer?: ReactNode
}

/** A text area for Markdown with Write and Preview. Ctrl or Command with Enter submits, where `onSubmit` says so. */
export function MarkdownField({
  label,
  hint,
  error,
  value,
  onChange,
  onSubmit,
  ...text
}: MarkdownFieldProps) {
  const [chosen, setTab] = useState<Tab>('write')
  const tab = error ? 'write' : chosen
  const { rows = 7, maxLength, placeholder, footer } = text
  return (
    <Field label={label} error={error} {...(hint ? { hint } : {})}>
      {(control) => (
        <div className="relative">
          <Tabs label={label} current={tab} onChange={setTab} />
          {tab === 'preview' ? (
            <div role="tabpanel" aria-label={`${label}, preview`} className="panel min-h-40 p-3">
              {value.trim() ? (
                <MarkdownView text={value} />
              ) : (
                <p className="text-muted">Nothing to preview yet.</p>
              )}
            </div>
          ) : (
            <textarea
              {...control}
              className={`textarea w-full font-[inherit] ${error ? 'textarea-error' : ''}`}
              rows={rows}
              maxLength={maxLength}
              placeholder={placeholder}
              value={value}
              onChange={(event) => onChange(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit?.()
              }}
            />
          )}
          {footer}
        </div>
      )}
    </Field>
  )
}
