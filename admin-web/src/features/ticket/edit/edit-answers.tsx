import { AnswerField } from '../../../shared/answers/answer-field.tsx'
import { fieldOf } from '../../../shared/forms/use-schema-form.ts'
import type { TicketView } from '../../../shared/http/answers.ts'
import { TheirVersion } from './their-version.tsx'
import type { EditForm } from './use-edit-form.ts'

type EditAnswersProps = { edit: EditForm } & Pick<TicketView, 'fields'>

/** What the category asked when the ticket was filed, with the answers. */
export const EditAnswers = ({ edit, fields }: EditAnswersProps) => (
  <>
    {fields.map((field) => (
      <div key={field.key}>
        <AnswerField field={field} input={fieldOf(edit.form, `answers.${field.key}`)} />
        <TheirVersion edit={edit} field={`answers.${field.key}`} />
      </div>
    ))}
  </>
)
