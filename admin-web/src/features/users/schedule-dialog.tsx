import { ScheduleFields } from '../../shared/duty/schedule-fields.tsx'
import { useScheduleForm } from '../../shared/duty/use-schedule-form.ts'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import type { UserView } from '../../shared/http/answers.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { DialogButtons } from '../../shared/ui/dialog-buttons.tsx'

/** Somebody's shifts and absences, for admins. */
export function ScheduleDialog({ user, onClose }: { user: UserView; onClose: () => void }) {
  const { form, submit, save } = useScheduleForm(user, onClose)
  return (
    <Dialog title={`Shifts and absences of ${user.name}`} wide onClose={onClose}>
      <form noValidate className="space-y-4" onSubmit={submit}>
        <ScheduleFields form={form} error={save.error} />
        <DialogButtons onCancel={onClose}>
          <SubmitButton pending={save.isPending}>Save</SubmitButton>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
