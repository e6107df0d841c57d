import { ScheduleFields } from '../../shared/duty/schedule-fields.tsx'
import { useScheduleForm } from '../../shared/duty/use-schedule-form.ts'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import type { UserView } from '../../shared/http/answers.ts'
import { Panel } from '../../shared/ui/panel.tsx'

/** The reader's own shifts and absences. For staff. */
export function OwnSchedule({ account }: { account: UserView }) {
  const { form, submit, save } = useScheduleForm(account)
  return (
    <Panel title="Shifts and absences">
      <form noValidate className="space-y-4" onSubmit={submit}>
        <ScheduleFields form={form} error={save.error} />
        <SubmitButton pending={save.isPending}>Save</SubmitButton>
      </form>
    </Panel>
  )
}
