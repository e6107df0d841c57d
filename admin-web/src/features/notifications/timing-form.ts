import type { z } from 'zod'
import { preferencesSchema } from '../../../../core/users/preferences/preferences.ts'
import { useSchemaForm } from '../../shared/forms/use-schema-form.ts'
import type { PreferencesView } from './use-notifications.ts'

export const timingSchema = preferencesSchema.omit({ matrix: true })
type Timing = z.input<typeof timingSchema>

/** The form for when notifications are sent. @param refusal why the API refused the last attempt */
export const useTimingForm = (view: PreferencesView, refusal: unknown) =>
  useSchemaForm(timingSchema, startOf(view), refusal)

export type TimingForm = ReturnType<typeof useTimingForm>

/** While nothing depends on the time zone, this browser's is a better guess than the default. */
const startOf = ({ timeZone, quietHours, digest, fallback }: PreferencesView): Timing => ({
  timeZone:
    quietHours === null && !digest.on && timeZone === 'UTC'
      ? Intl.DateTimeFormat().resolvedOptions().timeZone
      : timeZone,
  quietHours,
  digest,
  fallback,
})
