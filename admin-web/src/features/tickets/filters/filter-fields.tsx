import { sources } from '../../../../../core/surface-names.ts'
import type { Sort } from '../../../../../core/tickets/lists/list-sort.ts'
import { priorities } from '../../../../../core/tickets/ticket-values.ts'
import { useCatalog } from '../../../shared/catalog/use-catalog.ts'
import { SelectField } from '../../../shared/forms/select-field.tsx'
import { TextField } from '../../../shared/forms/text-field.tsx'
import { sourceNames } from '../../../shared/surfaces/surface-words.ts'
import { priorityWords } from '../../../shared/tickets/ticket-words.ts'
import { sortWords } from './sort-words.ts'
import { TagField } from './tag-field.tsx'
import type { TicketFilters } from './ticket-filters.ts'

/** The API's word for tickets without a value. */
const none = 'none'
const any = { value: '', label: 'Any' }
const optionsOf = (values: readonly string[], words: Record<string, string> = {}) => [
  any,
  ...values.map((value) => ({ value, label: words[value] ?? value })),
]
/** @param byDefault the order that the list has by itself */
const sortOptions = (byDefault: Sort) => [
  { value: '', label: sortWords[byDefault] },
  ...optionsOf(Object.keys(sortWords), sortWords).filter(({ value }) => value && value !== byDefault),
]

type FilterFieldsProps = {
  filters: TicketFilters
  defaultSort: Sort
  onChange: (changed: Partial<TicketFilters>) => void
}

export function FilterFields({ filters, defaultSort, onChange }: FilterFieldsProps) {
  const { categories, skills } = useCatalog()
  const select = (name: keyof TicketFilters, label: string, options: ReturnType<typeof optionsOf>) => (
    <SelectField
      label={label}
      value={filters[name]}
      options={options}
      onChange={(event) => onChange({ [name]: event.target.value })}
    />
  )
  const day = (name: 'from' | 'to', label: string) => (
    <TextField
      label={label}
      type="date"
      value={filters[name]}
      onChange={(event) => onChange({ [name]: event.target.value })}
    />
  )
  return (
    <>
      {select(
        'priority',
        'Priority',
        optionsOf([...priorities.toReversed(), none], { ...priorityWords, [none]: 'Not set' }),
      )}
      {select(
        'category',
        'Category',
        optionsOf([...categories.map(({ name }) => name), none], { [none]: 'None' }),
      )}
      {select('skill', 'Skill', optionsOf(skills.map(({ name }) => name)))}
      <TagField value={filters.tag} onChange={(tag) => onChange({ tag })} />
      {select('source', 'Source', optionsOf(sources, sourceNames))}
      {day('from', 'Filed since')}
      {day('to', 'Filed until')}
      {select('sort', 'Sort by', sortOptions(defaultSort))}
    </>
  )
}
