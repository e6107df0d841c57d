import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { type DutySchedule, dutyScheduleSchema } from '../../../../core/users/duty/duty-schedule.ts'
import { useSchemaForm } from '../forms/use-schema-form.ts'
import type { UserView } from '../http/answers.ts'
import { request } from '../http/request.ts'
import { usersKey } from '../people/use-users.ts'
import { accountKey } from '../session/use-account.ts'
import { toast } from '../toasts/toasts.ts'

/** The form for somebody's shifts and absences. It is saved as a whole, and counts at once. */
export function useScheduleForm(user: UserView, onSaved?: () => void) {
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: (schedule: DutySchedule | null) =>
      request(`/api/users/${user.id}/duty-schedule`, { method: 'PUT', body: { schedule } }),
    async onSuccess() {
      toast('success', 'Shifts and absences saved')
      onSaved?.()
      await Promise.all([accountKey, usersKey].map((queryKey) => client.invalidateQueries({ queryKey })))
    },
  })
  const form = useSchemaForm(dutyScheduleSchema, startOf(user), save.error)
  const submit = form.handleSubmit((schedule) => {
    if (save.isPending) return
    const isEmpty = schedule.shifts.length === 0 && schedule.absences.length === 0
    save.mutate(isEmpty ? null : schedule)
  })
  return { form, submit, save }
}

export type ScheduleForm = ReturnType<typeof useScheduleForm>['form']

const startOf = ({ dutySchedule }: UserView): z.input<typeof dutyScheduleSchema> =>
  dutySchedule ?? {
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    shifts: [],
    absences: [],
  }
