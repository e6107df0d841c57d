import { useNavigate, useSearchParams } from 'react-router'
import { urgencies } from '../../../../../core/tickets/ticket-values.ts'
import { urgencyLine } from '../../../../../core/tickets/urgency-words.ts'
import { offeredNames } from '../../../shared/catalog/offered-names.ts'
import { useCatalog } from '../../../shared/catalog/use-catalog.ts'
import { dropFiles } from '../../../shared/files/drop-files.ts'
import { FilesField, WaitsFor } from '../../../shared/files/files-field.tsx'
import { useUploads } from '../../../shared/files/use-uploads.ts'
import { FormProblem } from '../../../shared/forms/form-problem.tsx'
import { SelectField } from '../../../shared/forms/select-field.tsx'
import { SubmitButton } from '../../../shared/forms/submit-button.tsx'
import { TextField } from '../../../shared/forms/text-field.tsx'
import { useDraftForm } from '../../../shared/forms/use-draft-form.ts'
import { fieldOf } from '../../../shared/forms/use-schema-form.ts'
import { MarkdownField } from '../../../shared/markdown/markdown-field.tsx'
import { toast } from '../../../shared/toasts/toasts.ts'
import { Page } from '../../../shared/ui/page.tsx'
import { CategoryFields } from './category-fields.tsx'
import { LookAlikes } from './look-alikes.tsx'
import { type Start, startOf } from './start-of.ts'
import { formFields, ticketForm, ticketInputOf } from './ticket-form.ts'
import { useFileTicket } from './use-file-ticket.ts'

const urgencyOptions = urgencies.map((value) => ({ value, label: urgencyLine(value) }))

const letTriageDecide = { value: '', label: 'Let triage decide' }

export function NewTicketPage() {
  const [search] = useSearchParams()
  const start = startOf(search)
  return (
    <Page
      title="File a ticket"
      lead="Describe the problem or what you need. The desk finds the right person."
    >
      <NewTicketForm key={start.draft} start={start} />
    </Page>
  )
}

function NewTicketForm({ start }: { start: Start }) {
  const file = useFileTicket()
  const { categories } = useCatalog()
  const { form, endDraft } = useDraftForm(start.draft, ticketForm(categories), start.ticket, file.error)
  const uploads = useUploads(start.draft)
  // The one of a draft has to be there before the desk's list is.
  const held = form.getValues('category')
  const categoryOptions = [
    letTriageDecide,
    ...offeredNames(categories, held ? [held] : []).map((name) => ({ value: name, label: name })),
  ]
  const navigate = useNavigate()
  const submit = form.handleSubmit((ticket) => {
    if (file.isPending || uploads.waitsFor) return
    file.mutate(ticketInputOf(ticket, categories, uploads.ids), {
      onSuccess: ({ ticket: { id, number } }) => {
        endDraft()
        uploads.clear()
        toast('success', `Filed as #${number}`)
        navigate(`/tickets/${id}`)
      },
    })
  })
  return (
    <form
      noValidate
      className="panel max-w-3xl space-y-5 p-5 sm:p-6"
      onSubmit={submit}
      {...dropFiles(uploads.add)}
    >
      <FormProblem error={file.error} fields={formFields} />
      <TextField
        label="Title"
        placeholder="Printer on the third floor jams"
        maxLength={150}
        {...fieldOf(form, 'title')}
      />
      <LookAlikes control={form.control} />
      <MarkdownField
        control={form.control}
        name="description"
        label="What happened?"
        hint="What you did, what you expected, what you saw instead. Markdown works."
        rows={9}
        maxLength={10_000}
      />
      <FilesField uploads={uploads} />
      <SelectField label="Category" options={categoryOptions} {...fieldOf(form, 'category')} />
      <CategoryFields form={form} categories={categories} refusal={file.error} />
      <SelectField label="How urgent is it for you?" options={urgencyOptions} {...fieldOf(form, 'urgency')} />
      <WaitsFor uploads={uploads} />
      <SubmitButton pending={file.isPending} disabled={uploads.waitsFor !== null}>
        File ticket
      </SubmitButton>
    </form>
  )
}
