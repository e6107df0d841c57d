import { type ReactNode, useState } from 'react'
import {
  type FieldPathByValue,
  type FieldValues,
  type UseControllerProps,
  useController,
} from 'react-hook-form'
import { Field } from '../forms/field.tsx'
import { MarkdownView } from './markdown-view.tsx'
import { type Tab, Tabs } from './tabs.tsx'

type MarkdownFieldProps<Values extends FieldValues> = {
  control: NonNullable<UseControllerProps<Values>['control']>
  name: FieldPathByValue<Values, string>
  label: string
  hint?: string | undefined
  rows?: number
  maxLength: number
  readOnly?: boolean
  /** what stands below the text, given the text and a way to change it, which leads back to the text */
  footer?: (text: string, change: (text: string) => void) => ReactNode
}

/** A Markdown text area with Write and Preview. Ctrl+Enter (Command+Enter on a Mac) submits its form. */
export function MarkdownField<Values extends FieldValues>({
  control,
  name,
  label,
  hint,
  footer,
  ...area
}: MarkdownFieldProps<Values>) {
  const { field, fieldState } = useController({ control, name })
  const [chosen, setTab] = useState<Tab>('write')
  const error = fieldState.error?.message
  const tab = error ? 'write' : chosen
  const text: string = field.value
  return (
    <Field label={label} hint={hint} error={error}>
      {(props) => (
        <div className="relative">
          <Tabs label={label} current={tab} onChange={setTab} />
          {tab === 'preview' ? (
            <div role="tabpanel" aria-label={`${label}, preview`} className="panel min-h-40 p-3">
              {text.trim() ? <MarkdownView text={text} /> : <p className="text-muted">Nothing to preview</p>}
            </div>
          ) : (
            <textarea
              {...area}
              {...field}
              {...props}
              dir="auto"
              className={`textarea w-full font-[inherit] ${error ? 'textarea-error' : ''}`}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
                  event.currentTarget.form?.requestSubmit()
              }}
            />
          )}
          {footer?.(text, (changed) => {
            field.onChange(changed)
            document.getElementById(props.id)?.focus()
          })}
        </div>
      )}
    </Field>
  )
}
