import type { Checkboxes as CheckboxesElement, RadioButtons as RadioElement } from '@slack/types'
import { useId } from 'react'
import { TextObject } from '../text/text-object.tsx'
import { useAnswer } from './use-answer.ts'

type Props<Element> = { blockId: string; element: Element; label: string; tellsApp: boolean }

/** https://docs.slack.dev/reference/block-kit/block-elements/checkboxes-element */
export function Checkboxes({ blockId, element, label, tellsApp }: Props<CheckboxesElement>) {
  const initial = (element.initial_options ?? []).flatMap(({ value }) => value ?? [])
  const [values, change] = useAnswer<string[]>({ blockId, element }, initial, tellsApp)
  return (
    <fieldset className="s-marks" aria-label={label}>
      {element.options.map((option) => {
        const value = option.value ?? ''
        const others = values.filter((one) => one !== value)
        return (
          <Mark
            key={value}
            type="checkbox"
            option={option}
            checked={values.includes(value)}
            onChange={(isOn) => change(isOn ? [...others, value] : others)}
          />
        )
      })}
    </fieldset>
  )
}

/** https://docs.slack.dev/reference/block-kit/block-elements/radio-button-group-element */
export function RadioButtons({ blockId, element, label, tellsApp }: Props<RadioElement>) {
  const initial = element.initial_option?.value ?? null
  const [chosen, change] = useAnswer<string | null>({ blockId, element }, initial, tellsApp)
  const name = useId()
  return (
    <fieldset className="s-marks" aria-label={label}>
      {element.options.map((option) => (
        <Mark
          key={option.value ?? ''}
          type="radio"
          name={name}
          option={option}
          checked={chosen === option.value}
          onChange={() => change(option.value ?? null)}
        />
      ))}
    </fieldset>
  )
}

type MarkProps = {
  type: 'checkbox' | 'radio'
  name?: string
  option: CheckboxesElement['options'][number]
  checked: boolean
  onChange: (isOn: boolean) => void
}

const Mark = ({ type, name, option, checked, onChange }: MarkProps) => (
  <label className="s-mark">
    <input type={type} name={name} checked={checked} onChange={(event) => onChange(event.target.checked)} />
    <span>
      <TextObject text={option.text} />
      {option.description && (
        <small>
          <TextObject text={option.description} />
        </small>
      )}
    </span>
  </label>
)
