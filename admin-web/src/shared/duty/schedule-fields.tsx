import { FormProblem } from '../forms/form-problem.tsx'
import { TimeZoneField } from '../forms/time-zone-field.tsx'
import { fieldOf } from '../forms/use-schema-form.ts'
import { AbsenceList } from './absence-list.tsx'
import { ShiftList } from './shift-list.tsx'
import type { ScheduleForm } from './use-schedule-form.ts'

/** When somebody is on duty by themselves. */
export const ScheduleFields = ({ form, error }: { form: ScheduleForm; error: Error | null }) => (
  <>
    <FormProblem error={error} />
    <p className="text-muted text-sm">
      With shifts, the desk puts people on and off duty. Whoever is absent gets no tickets.
    </p>
    <TimeZoneField saved={form.formState.defaultValues?.timeZone ?? 'UTC'} {...fieldOf(form, 'timeZone')} />
    <fieldset>
      <legend className="mb-2 font-medium text-sm">Shifts</legend>
      <ShiftList form={form} />
    </fieldset>
    <fieldset>
      <legend className="mb-2 font-medium text-sm">Absences</legend>
      <AbsenceList form={form} />
    </fieldset>
  </>
)
