import { useState } from 'react'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import type { UserView } from '../../shared/http/answers.ts'
import { useMe } from '../../shared/session/use-me.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { DialogButtons } from '../../shared/ui/dialog-buttons.tsx'
import { formFields, useUserForm } from './use-user-form.ts'
import { UserAccountFields } from './user-account-fields.tsx'
import { consequenceOf } from './user-edit.ts'
import { UserIdentity } from './user-identity.tsx'
import { UserWorkFields } from './user-work-fields.tsx'

type UserDialogProps = {
  user: UserView
  onClose: () => void
  onMerge: () => void
  onReset: () => void
  onSchedule: () => void
}

/** Edits one account. Warns before saving a change that signs somebody out or takes away one's own admin role. */
export function UserDialog({ user, onClose, onMerge, onReset, onSchedule }: UserDialogProps) {
  const me = useMe()
  const { form, edit, submit, update } = useUserForm(user, onClose)
  const [agreed, setAgreed] = useState(false)
  const consequence = consequenceOf(user, edit, me.id)
  const needsConsent = consequence !== null && user.id === me.id

  return (
    <Dialog title={`Edit ${user.name}`} wide onClose={onClose}>
      <form noValidate className="space-y-4" onSubmit={submit}>
        <FormProblem error={update.error} fields={formFields} />
        <UserAccountFields form={form} email={user.email} />
        {form.watch('role') !== 'user' && <UserWorkFields form={form} />}
        <UserIdentity
          user={user}
          self={user.id === me.id}
          onMerge={onMerge}
          onReset={onReset}
          onSchedule={onSchedule}
          onUnlinked={(kind) => kind === 'discord' && form.setValue('discord', null)}
        />
        {consequence && (
          <div role="status" className="alert alert-soft alert-warning">
            <div>
              <p>{consequence}</p>
              {needsConsent && (
                <label className="mt-2 flex cursor-pointer items-center gap-2 font-medium">
                  <input
                    type="checkbox"
                    className="checkbox"
                    checked={agreed}
                    onChange={(event) => setAgreed(event.target.checked)}
                  />
                  Yes, change my own account
                </label>
              )}
            </div>
          </div>
        )}
        <DialogButtons onCancel={onClose}>
          <SubmitButton pending={update.isPending} disabled={needsConsent && !agreed}>
            Save
          </SubmitButton>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
