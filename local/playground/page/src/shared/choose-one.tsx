import { Combobox } from '@base-ui/react/combobox'
import { ChoiceList } from './choice-list.tsx'
import { type Choice, type ChoiceGroup, choiceOf } from './choices.ts'
import { Chevron } from './icons.tsx'

export type ChooseProps = {
  groups: ChoiceGroup[]
  placeholder: string
  label: string
  disabled?: boolean | undefined
  /** Called while the person types, where the app offers choices by what is typed. */
  onQuery?: ((query: string) => void) | undefined
}

/** A menu of which one thing is chosen, with search. */
export function ChooseOne({
  groups,
  value,
  onChange,
  ...rest
}: ChooseProps & { value: string | null; onChange: (value: string | null) => void }) {
  return (
    <Combobox.Root
      items={groups}
      filter={rest.onQuery ? null : undefined}
      value={(value !== null && choiceOf(groups, value)) || null}
      isItemEqualToValue={sameChoice}
      onValueChange={(chosen: Choice | null) => onChange(chosen?.value ?? null)}
      onInputValueChange={(query) => rest.onQuery?.(query)}
      disabled={rest.disabled}
    >
      <Combobox.InputGroup className="choose">
        <Combobox.Input className="choose-input" placeholder={rest.placeholder} aria-label={rest.label} />
        <Combobox.Trigger className="choose-open" aria-label={`Open ${rest.label}`}>
          <Chevron />
        </Combobox.Trigger>
      </Combobox.InputGroup>
      <ChoiceList empty="No results" />
    </Combobox.Root>
  )
}

export const sameChoice = (one: Choice, other: Choice) => one.value === other.value
