import { type APISelectMenuComponent, ComponentType } from 'discord-api-types/v10'
import { useState } from 'react'
import { type ChoiceGroup, ungrouped } from '../../shared/choices.ts'
import { ChooseOne } from '../../shared/choose-one.tsx'
import { ChooseSeveral } from '../../shared/choose-several.tsx'
import { type Actions, useActions } from './actions.ts'

/** What a select offers: its own options, or people, roles and channels of the server. */
export function offeredBy(select: APISelectMenuComponent, actions: Actions): ChoiceGroup[] {
  switch (select.type) {
    case ComponentType.StringSelect:
      return ungrouped(select.options)
    case ComponentType.UserSelect:
      return ungrouped(actions.people)
    case ComponentType.RoleSelect:
      return ungrouped(actions.roles)
    case ComponentType.MentionableSelect:
      return ungrouped([...actions.people, ...actions.roles])
    default:
      return ungrouped(actions.channels)
  }
}

export const chosenAtFirst = (select: APISelectMenuComponent): string[] =>
  select.type === ComponentType.StringSelect
    ? select.options.flatMap((option) => (option.default ? option.value : []))
    : (select.default_values ?? []).map(({ id }) => id)

/** A select in a message: https://discord.com/developers/docs/components/reference#string-select */
export function Select({ select }: { select: APISelectMenuComponent }) {
  const actions = useActions()
  const [values, setValues] = useState(chosenAtFirst(select))
  const [atOpening, setAtOpening] = useState<string[] | null>(null)
  const send = (chosen: string[]) => {
    if (chosen.length >= (select.min_values ?? 1)) actions.select(select.custom_id, chosen)
  }
  return (
    <SelectField
      select={select}
      values={values}
      onChange={(chosen) => {
        setValues(chosen)
        if (!atOpening) send(chosen)
      }}
      // Discord sends several choices together, once their menu closes.
      onOpenChange={(isOpen) => {
        setAtOpening(isOpen ? values : null)
        if (atOpening && !isOpen && String(atOpening) !== String(values)) send(values)
      }}
      label={select.placeholder ?? 'Make a selection'}
      isBusy={actions.isBusy}
    />
  )
}

type FieldProps = {
  select: APISelectMenuComponent
  values: string[]
  onChange: (values: string[]) => void
  label: string
  isBusy?: boolean
  /** of a menu for several choices */
  onOpenChange?: (isOpen: boolean) => void
}

/** The menu itself, in messages and modals. */
export function SelectField({ select, values, onChange, onOpenChange, label, isBusy = false }: FieldProps) {
  const max = select.max_values ?? 1
  const common = {
    groups: offeredBy(select, useActions()),
    placeholder: select.placeholder ?? 'Make a selection',
    label,
    disabled: select.disabled || isBusy,
  }
  return (
    <div className="d-select">
      {max > 1 ? (
        <ChooseSeveral
          {...common}
          values={values}
          onChange={(chosen) => onChange(chosen.slice(0, max))}
          onOpenChange={onOpenChange}
        />
      ) : (
        <ChooseOne
          {...common}
          value={values[0] ?? null}
          onChange={(value) => onChange(value === null ? [] : [value])}
        />
      )}
    </div>
  )
}
