import { CheckField } from '../../shared/forms/check-field.tsx'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import { TextField } from '../../shared/forms/text-field.tsx'
import { TimeZoneField } from '../../shared/forms/time-zone-field.tsx'
import { fieldOf } from '../../shared/forms/use-schema-form.ts'
import { toast } from '../../shared/toasts/toasts.ts'
import { defaultQuietHours, QuietHoursFields } from './quiet-hours-fields.tsx'
import { timingSchema, useTimingForm } from './timing-form.ts'
import { type PreferencesView, useChangeNotifications } from './use-notifications.ts'

/** When notifications are sent: quiet hours, a daily digest, and what happens when a channel fails. */
export function Timing({ view }: { view: PreferencesView }) {
  const save = useChangeNotifications(() => toast('success', 'Notification settings saved'))
  const form = useTimingForm(view, save.error)
  const [quietHours, digestOn] = form.watch(['quietHours', 'digest.on'])
  return (
    <form
      noValidate
      className="space-y-4 border-base-300 border-t pt-5"
      onSubmit={form.handleSubmit((settings) => save.mutate(settings))}
    >
      <TimeZoneField saved={form.formState.defaultValues?.timeZone ?? 'UTC'} {...fieldOf(form, 'timeZone')} />
      <CheckField
        label="Quiet hours"
        hint="Notifications wait until they end. An urgent ticket assigned to you is sent at once."
        checked={quietHours !== null}
        onChange={({ target }) => form.setValue('quietHours', target.checked ? defaultQuietHours : null)}
      />
      {quietHours && <QuietHoursFields form={form} />}
      <CheckField
        label="Daily digest"
        hint="E-mail notifications are collected into one message a day. Chat messages still arrive at once."
        {...form.register('digest.on')}
      />
      {digestOn && (
        <div className="max-w-48 pl-8">
          <TextField label="Sent at" type="time" {...fieldOf(form, 'digest.at')} />
        </div>
      )}
      <CheckField
        label="Use another channel if one fails"
        hint="For example, if you don’t accept direct messages in a chat, you are notified elsewhere."
        {...form.register('fallback')}
      />
      <FormProblem error={save.error} fields={Object.keys(timingSchema.shape)} />
      <SubmitButton pending={save.isPending}>Save</SubmitButton>
    </form>
  )
}
