import { useState } from 'react'
import { Combobox } from '../../shared/forms/combobox.tsx'
import type { UserView } from '../../shared/http/answers.ts'
import { useSettled } from '../../shared/time/use-settled.ts'
import { Avatar } from '../../shared/ui/avatar.tsx'
import { useUsers } from './use-users.ts'

const mostOffered = 8

type PersonPickerProps = { label: string; onPick: (user: UserView) => void }

/** Finds an account by name or address. For admins. */
export function PersonPicker({ label, onPick }: PersonPickerProps) {
  const [text, setText] = useState('')
  const asked = useSettled(text.trim())
  const { users, list } = useUsers(asked, { pollMs: false })
  // Enter must never pick somebody who was offered for other letters
  const found = asked === text.trim() && !list.isPlaceholderData ? users : undefined
  return (
    <Combobox
      label={label}
      placeholder="Anybody"
      text={text}
      options={found?.slice(0, mostOffered) ?? []}
      note={noteOf(found, list.isError)}
      idOf={(user) => user.id}
      render={(user) => (
        <span className="flex items-center gap-2">
          <Avatar name={user.name} className="size-6 text-[0.625rem]" />
          <span className="min-w-0">
            <span className="block truncate">{user.name}</span>
            <span className="text-muted block truncate text-xs">{user.email}</span>
          </span>
        </span>
      )}
      onText={setText}
      onPick={(user) => {
        onPick(user)
        setText('')
      }}
    />
  )
}

function noteOf(found: UserView[] | undefined, failed: boolean) {
  if (failed) return 'The desk did not answer.'
  if (!found) return 'Looking …'
  return found.length === 0 ? 'Nobody is called so.' : null
}
