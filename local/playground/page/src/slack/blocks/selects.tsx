import type { MultiSelect, Option, Select } from '@slack/types'
import { useState } from 'react'
import { type Choice, type ChoiceGroup, ungrouped } from '../../shared/choices.ts'
import { ChooseOne } from '../../shared/choose-one.tsx'
import { ChooseSeveral } from '../../shared/choose-several.tsx'
import { useSurface } from './surface.ts'
import { useAnswer } from './use-answer.ts'

type Props<Element> = { blockId: string; element: Element; label: string; tellsApp: boolean }

/** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element */
export function SelectOne({ blockId, element, label, tellsApp }: Props<Select>) {
  const [value, change] = useAnswer<string | null>({ blockId, element }, initialOf(element), tellsApp)
  const offered = useOffered(blockId, element)
  const placeholder = element.placeholder?.text ?? 'Select an item'
  return <ChooseOne {...offered} value={value} onChange={change} placeholder={placeholder} label={label} />
}

/** https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element */
export function SelectSeveral({ blockId, element, label, tellsApp }: Props<MultiSelect>) {
  const [values, change] = useAnswer<string[]>({ blockId, element }, initialsOf(element), tellsApp)
  const offered = useOffered(blockId, element)
  const max = element.max_selected_items ?? Number.POSITIVE_INFINITY
  return (
    <ChooseSeveral
      {...offered}
      values={values}
      onChange={(chosen) => change(chosen.slice(0, max))}
      placeholder={element.placeholder?.text ?? 'Select options'}
      label={label}
    />
  )
}

export const choiceOfOption = ({ text, value, description }: Option): Choice => ({
  value: value ?? text.text,
  label: text.text,
  description: description?.text,
})

/** What a menu offers: its own options, the workspace's people and channels, or what the app suggests. */
function useOffered(blockId: string, element: Select | MultiSelect) {
  const { people, channels, suggest } = useSurface()
  const [suggested, setSuggested] = useState<Choice[]>([])
  const minLength = 'min_query_length' in element ? (element.min_query_length ?? 3) : 0
  const onQuery = (query: string) => {
    if (query.length >= minLength) void suggest({ blockId, element }, query).then(setSuggested)
  }
  if (element.type.endsWith('external_select')) return { groups: ungrouped(suggested), onQuery }
  if (element.type.endsWith('users_select')) return { groups: ungrouped(people) }
  if (/(?:channels|conversations)_select$/.test(element.type)) return { groups: ungrouped(channels) }
  return { groups: ownGroups(element) }
}

function ownGroups(element: Select | MultiSelect): ChoiceGroup[] {
  const groups = 'option_groups' in element ? element.option_groups : undefined
  if (groups)
    return groups.map(({ label, options }) => ({ label: label.text, items: options.map(choiceOfOption) }))
  return ungrouped((('options' in element && element.options) || []).map(choiceOfOption))
}

function initialOf(element: Select): string | null {
  if ('initial_option' in element) return element.initial_option?.value ?? null
  if ('initial_user' in element) return element.initial_user ?? null
  if ('initial_channel' in element) return element.initial_channel ?? null
  return ('initial_conversation' in element && element.initial_conversation) || null
}

function initialsOf(element: MultiSelect): string[] {
  if ('initial_options' in element) return (element.initial_options ?? []).flatMap(({ value }) => value ?? [])
  if ('initial_users' in element) return element.initial_users ?? []
  if ('initial_channels' in element) return element.initial_channels ?? []
  return ('initial_conversations' in element && element.initial_conversations) || []
}
