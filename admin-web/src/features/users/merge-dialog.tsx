import { useState } from 'react'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import type { UserView } from '../../shared/http/answers.ts'
import type { Offered } from '../../shared/people/people-combobox.tsx'
import { PersonPicker } from '../../shared/people/person-picker.tsx'
import { toast } from '../../shared/toasts/toasts.ts'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx'
import { useMergeUser } from './use-merge-user.ts'

/** Two accounts of one person become one; that can't be taken back, so it is said. */
export function MergeDialog({ user, onClose }: { user: UserView; onClose: () => void }) {
  const [into, setInto] = useState<Offered | null>(null)
  const merge = useMergeUser((survivor) => {
    toast('success', `${user.name} is part of ${survivor.name}’s account now.`)
    onClose()
  })
  return (
    <ConfirmDialog
      title={`Merge ${user.name} into another account`}
      action="Merge"
      pending={merge.isPending || !into}
      onConfirm={() => into && merge.mutate({ id: user.id, into: into.id })}
      onClose={onClose}
    >
      <FormProblem error={merge.error} />
      <PersonPicker
        label="The account that stays"
        onPick={(picked) => {
          setInto(picked)
          merge.reset()
        }}
      />
      {into ? (
        <>
          <p>
            <strong>{into.name}</strong> ({into.email ?? 'no address yet'}) keeps name, role and password, and
            gets the tickets, comments, Slack and Discord of <strong>{user.name}</strong> (
            {user.email ?? 'no address yet'}).
          </p>
          <p>
            {user.name} is signed out everywhere and can’t log in any more; their API keys end. This can not
            be taken back.
          </p>
        </>
      ) : (
        <p className="text-muted min-h-24">Choose the account that this person goes on with.</p>
      )}
    </ConfirmDialog>
  )
}
