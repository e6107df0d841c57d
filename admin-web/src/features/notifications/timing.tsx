import { useState } from 'react'
import { fieldErrorsIn } from '../../shared/forms/field-errors.ts'
import { Form } from '../../shared/forms/form.tsx'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import { TextField } from '../../shared/forms/text-field.tsx'
import { toast } from '../../shared/toasts/toasts.ts'
import { CheckLine } from './check-line.tsx'
import { QuietHoursFields, usualQuietHours } from './quiet-hours-fields.tsx'
import { TimeZoneField } from './time-zone-field.tsx'
import { type PreferencesView, useChangeNotifications } from './use-notifications.ts'

/** When I am told: quiet hours, a digest, and what happens when a channel fails. */
export function Timing({ view }: { view: PreferencesView }) {
  const [draft, setDraft] = useState(() => draftOf(view))
  const save = useChangeNotifications(() => toast('success', 'Saved.'))
  const errors = fieldErrorsIn(save.error)
  const set = (changed: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...changed }))
  const { timeZone, quietHours, digest, fallback } = draft
  return (
    <Form
      errors={errors}
      onSubmit={() => save.mutate(draft)}
      className="space-y-4 border-base-300 border-t pt-5"
    >
      <TimeZoneField value={timeZone} error={errors.timeZone} onChange={(zone) => set({ timeZone: zone })} />
      <CheckLine
        label="Quiet hours"
        hint="What comes then waits until they end. An urgent ticket that is assigned to you does not wait."
        checked={quietHours !== null}
        onChange={(on) => set({ quietHours: on ? usualQuietHours : null })}
      />
      {quietHours && (
        <QuietHoursFields
          value={quietHours}
          error={errors.quietHours}
          onChange={(changed) => set({ quietHours: { ...quietHours, ...changed } })}
        />
      )}
      <CheckLine
        label="One mail a day"
        hint="Mails are gathered into a digest. Chats still tell you at once."
        checked={digest.on}
        onChange={(on) => set({ digest: { ...digest, on } })}
      />
      {digest.on && (
        <div className="max-w-48 pl-8">
          <TextField
            label="Sent at"
            type="time"
            value={digest.at}
            error={errors.digest}
            onChange={(at) => set({ digest: { ...digest, at } })}
          />
        </div>
      )}
      <CheckLine
        label="Another channel may stand in"
        hint="When one refuses for good, such as a chat that takes no direct messages, another one tells you instead."
        checked={fallback}
        onChange={(on) => set({ fallback: on })}
      />
      <FormProblem error={save.error} fields={['timeZone', 'quietHours', 'digest']} />
      <SubmitButton pending={save.isPending}>Save</SubmitButton>
    </Form>
  )
}

/** The zone of this browser is a better guess than none. */
const draftOf = ({ timeZone, quietHours, digest, fallback }: PreferencesView) => ({
  timeZone:
    quietHours === null && !digest.on && timeZone === 'UTC'
      ? Intl.DateTimeFormat().resolvedOptions().timeZone
      : timeZone,
  quietHours,
  digest,
  fallback,
})
