import type {
  Datepicker,
  DateTimepicker,
  EmailInput,
  NumberInput,
  PlainTextInput,
  Timepicker,
  URLInput,
} from '@slack/types'
import { useAnswer } from './use-answer.ts'

export type InputProps<Element> = { blockId: string; element: Element; label: string; tellsApp: boolean }

/** https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
export function PlainText({ blockId, element, label }: InputProps<PlainTextInput>) {
  const [value, change] = useAnswer<string>({ blockId, element }, element.initial_value ?? '', false)
  const max = element.max_length ?? 3000
  const common = {
    className: 's-input',
    value,
    placeholder: element.placeholder?.text,
    'aria-label': label,
    'data-focus': element.focus_on_load || undefined,
    onChange: (event: { target: { value: string } }) => change(event.target.value),
  }
  return (
    <>
      {element.multiline ? <textarea {...common} rows={4} /> : <input type="text" {...common} />}
      {max - value.length < 0.1 * max && (
        <output className={value.length > max ? 's-left s-over' : 's-left'}>{max - value.length}</output>
      )}
    </>
  )
}

type TypedElement = EmailInput | URLInput | NumberInput

const inputTypes = { email_text_input: 'email', url_text_input: 'url', number_input: 'text' } as const

/** E-mail, address and number: https://docs.slack.dev/reference/block-kit/block-elements/number-input-element */
export function TypedText({ blockId, element, label }: InputProps<TypedElement>) {
  const [value, change] = useAnswer<string>({ blockId, element }, element.initial_value ?? '', false)
  return (
    <input
      type={inputTypes[element.type]}
      inputMode={element.type === 'number_input' ? 'decimal' : undefined}
      className="s-input"
      value={value}
      placeholder={element.placeholder?.text}
      aria-label={label}
      onChange={(event) => change(event.target.value)}
    />
  )
}

/** https://docs.slack.dev/reference/block-kit/block-elements/date-picker-element, and for time and both. */
export function DateOrTime(props: InputProps<Datepicker | Timepicker | DateTimepicker>) {
  const { blockId, element, label, tellsApp } = props
  const [value, change] = useAnswer<string | null>({ blockId, element }, initialOf(element), tellsApp)
  const type = { datepicker: 'date', timepicker: 'time', datetimepicker: 'datetime-local' }[element.type]
  return (
    <input
      type={type}
      className="s-input s-date"
      value={value ?? ''}
      aria-label={label}
      onChange={(event) => change(event.target.value || null)}
    />
  )
}

function initialOf(element: Datepicker | Timepicker | DateTimepicker): string | null {
  if (element.type === 'datepicker') return element.initial_date ?? null
  if (element.type === 'timepicker') return element.initial_time ?? null
  const seconds = element.initial_date_time
  if (!seconds) return null
  const at = new Date(seconds * 1000)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
