/** Something that a menu offers. */
export type Choice = { value: string; label: string; description?: string | undefined }

/** Choices under a heading; an empty heading is not shown. */
export type ChoiceGroup = { label: string; items: Choice[] }

export const ungrouped = (items: Choice[]): ChoiceGroup[] => [{ label: '', items }]

export function choiceOf(groups: ChoiceGroup[], value: string): Choice | undefined {
  return groups.flatMap(({ items }) => items).find((item) => item.value === value)
}
