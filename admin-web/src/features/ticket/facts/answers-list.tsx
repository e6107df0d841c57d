import { answerWords } from '../../../../../core/tickets/fields/answer-words.ts'
import type { TicketView } from '../../../shared/http/answers.ts'

/** What the category asked when the ticket was filed, and the answers. */
export const AnswersList = ({ fields }: Pick<TicketView, 'fields'>) =>
  fields.length === 0 ? null : (
    <dl className="mt-5 grid gap-x-4 gap-y-2 border-t border-base-300 pt-4 text-sm sm:grid-cols-[12rem_minmax(0,1fr)]">
      {fields.map(({ key, label, value }) => (
        <div key={key} className="contents">
          <dt className="text-muted wrap-anywhere">{label}</dt>
          <dd className="mb-2 whitespace-pre-wrap wrap-anywhere sm:mb-0" dir="auto">
            {answerWords(value) || <span className="text-muted">No answer</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
