import { Combobox } from '../forms/combobox.tsx'
import { Avatar } from '../ui/avatar.tsx'

/** @property email null and absent: not known, or not to be shown */
export type Offered = { id: string; name: string; email?: string | null }

type PeopleComboboxProps = {
  label: string
  placeholder: string
  text: string
  /** those who fit the text; undefined: they are looked for */
  found: Offered[] | undefined
  failed: boolean
  onText: (text: string) => void
  onPick: (person: Offered) => void
}

/** Offers people as one types. */
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
  if (failed) return 'The desk did not answer.'
  if (!found) return 'Looking …'
  return found.length === 0 ? 'Nobody is called so.' : null
}
