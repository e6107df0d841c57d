import { useState } from 'react'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import type { UserView } from '../../shared/http/answers.ts'
import type { Offered } from '../../shared/people/people-combobox.tsx'
import { PersonPicker } from '../../shared/people/person-picker.tsx'
import { toast } from '../../shared/toasts/toasts.ts'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx'
import { useMergeUser } from './use-merge-user.ts'

/** Merges two accounts of one person. That can't be undone, so the dialog says what happens. */
export function MergeDialog({ user, onClose }: { user: UserView; onClose: () => void }) {
  const [into, setInto] = useState<Offered | null>(null)
  const merge = useMergeUser((survivor) => {
    toast('success', `${user.name} merged into ${survivor.name}`)
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
        label="Account to keep"
        onPick={(picked) => {
          setInto(picked)
          merge.reset()
        }}
      />
      {into ? (
        <>
          <p>
            <strong>{into.name}</strong> ({into.email ?? 'no e-mail address'}) keeps its name, role and
            password and gets the tickets, comments, Slack and Discord accounts of{' '}
            <strong>{user.name}</strong> ({user.email ?? 'no e-mail address'}).
          </p>
          <p>
            {user.name} is signed out everywhere and can no longer log in. Their API keys stop working. This
            can’t be undone.
          </p>
        </>
      ) : (
        <p className="text-muted min-h-24">Choose the account this person keeps.</p>
      )}
    </ConfirmDialog>
  )
}
