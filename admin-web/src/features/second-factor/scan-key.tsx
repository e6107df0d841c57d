import { QRCodeSVG } from 'qrcode.react'
import { z } from 'zod'
import { CodeField } from '../../shared/forms/code-field.tsx'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import { fieldOf, useSchemaForm } from '../../shared/forms/use-schema-form.ts'
import { CopyButton } from '../../shared/ui/copy-button.tsx'
import type { Pending, useFinishSetUp } from './use-second-factor.ts'

const schema = z.object({ code: z.string().trim().min(1, 'Enter a code.') })

/** The key as a picture and as text, and a field for the first code. */
export function ScanKey({
  pending,
  finish,
}: {
  pending: Pending
  finish: ReturnType<typeof useFinishSetUp>
}) {
  const form = useSchemaForm(schema, { code: '' }, finish.error)
  const submit = form.handleSubmit(({ code }) => finish.mutate({ setUp: pending.setUp, code }))
  const grouped = pending.key.match(/.{1,4}/g)?.join(' ') ?? pending.key
  return (
    <form noValidate className="space-y-4" onSubmit={submit}>
      <p>Scan this code with an authenticator app on your phone. Then enter the six digits that it shows.</p>
      <QRCodeSVG
        value={pending.uri}
        size={192}
        marginSize={4}
        title="QR code for your authenticator app"
        className="mx-auto max-w-full rounded-field"
      />
      <div>
        <p className="text-muted text-sm">Can’t scan it? Type this key into the app:</p>
        <p className="mt-1 flex flex-wrap items-center gap-3 rounded-field bg-base-200 p-3">
          <code className="min-w-0 grow basis-48 text-sm wrap-anywhere select-all">{grouped}</code>
          <CopyButton text={pending.key} />
        </p>
      </div>
      <FormProblem error={finish.error} fields={['code']} />
      <CodeField
        kind="app"
        onPasteCode={(code) => {
          form.setValue('code', code)
          void submit()
        }}
        {...fieldOf(form, 'code')}
      />
      <SubmitButton pending={finish.isPending}>Turn on</SubmitButton>
    </form>
  )
}
