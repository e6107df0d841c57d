import { Combobox } from '../forms/combobox.tsx'
import { Avatar } from '../ui/avatar.tsx'

/** @property email null or absent: unknown, or not shown */
export type Offered = { id: string; name: string; email?: string | null }

type PeopleComboboxProps = {
  label: string
  placeholder: string
  text: string
  /** people who match the text; undefined: the search is running */
  found: Offered[] | undefined
  failed: boolean
  onText: (text: string) => void
  onPick: (person: Offered) => void
}

/** Offers matching people while one types. */
export const PeopleCombobox = ({ found, failed, ...field }: PeopleComboboxProps) => (
  <Combobox
    {...field}
    options={found ?? []}
    note={noteOf(found, failed)}
    idOf={({ id }) => id}
    render={({ name, email }) => (
      <span className="flex items-center gap-2">
        <Avatar name={name} className="size-6 text-[0.625rem]" />
        <span className="min-w-0">
          <span className="block truncate">{name}</span>
          {email && <span className="text-muted block truncate text-xs">{email}</span>}
        </span>
      </span>
    )}
    onPick={(person) => {
      field.onPick(person)
      field.onText('')
    }}
  />
)

function noteOf(found: Offered[] | undefined, failed: boolean) {
  if (failed) return 'Couldn’t load people. Try again.'
  if (!found) return 'Searching…'
  return found.length === 0 ? 'No matches' : null
}
