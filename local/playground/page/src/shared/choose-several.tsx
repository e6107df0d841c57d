import { Combobox } from '@base-ui/react/combobox'
import { ChoiceList } from './choice-list.tsx'
import { type Choice, choiceOf } from './choices.ts'
import { type ChooseProps, sameChoice } from './choose-one.tsx'

/** A menu of which several things are chosen; each is a token that can be taken away. */
export function ChooseSeveral({
  groups,
  values,
  onChange,
  onOpenChange,
  ...rest
}: ChooseProps & {
  values: string[]
  onChange: (values: string[]) => void
  onOpenChange?: ((isOpen: boolean) => void) | undefined
}) {
  const chosen = values.flatMap((value) => choiceOf(groups, value) ?? [])
  return (
    <Combobox.Root
      multiple
      items={groups}
      filter={rest.onQuery ? null : undefined}
      value={chosen}
      isItemEqualToValue={sameChoice}
      onValueChange={(now: Choice[]) => onChange(now.map(({ value }) => value))}
      onOpenChange={(isOpen) => onOpenChange?.(isOpen)}
      onInputValueChange={(query) => rest.onQuery?.(query)}
      disabled={rest.disabled}
    >
      <Combobox.Chips className="choose choose-several">
        {chosen.map(({ value, label }) => (
          <Combobox.Chip key={value} className="chip" aria-label={label}>
            {label}
            <Combobox.ChipRemove className="chip-remove" aria-label={`Remove ${label}`}>
              ×
            </Combobox.ChipRemove>
          </Combobox.Chip>
        ))}
        <Combobox.Input
          className="choose-input"
          placeholder={chosen.length > 0 ? '' : rest.placeholder}
          aria-label={rest.label}
        />
      </Combobox.Chips>
      <ChoiceList empty="No results" />
    </Combobox.Root>
  )
}
