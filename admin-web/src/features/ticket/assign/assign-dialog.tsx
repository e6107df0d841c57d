import { useEffect, useState } from 'react'
import { Field } from '../../../shared/forms/field.tsx'
import { FormProblem } from '../../../shared/forms/form-problem.tsx'
import { SearchField } from '../../../shared/forms/search-field.tsx'
import type { TicketView } from '../../../shared/http/answers.ts'
import { useDraft } from '../../../shared/session/use-draft.ts'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { ProblemState } from '../../../shared/ui/problem-state.tsx'
import { SkeletonRows } from '../../../shared/ui/skeleton-rows.tsx'
import { AssigneeRow } from './assignee-row.tsx'
import { useAssign, useAssignees } from './use-assign.ts'

/** Gives a ticket to a colleague, with a word if one likes. People on duty with the best match come first. */
export function AssignDialog({ ticket, onClose }: { ticket: TicketView; onClose: () => void }) {
  const [search, setSearch] = useState('')
  const people = useAssignees(ticket.id, search)
  const note = useDraft(`assign-note:${ticket.id}`, '')
  const [word, setWord] = useState(note.start)
  useEffect(() => note.keep(word))
  const assign = useAssign(ticket.id, () => {
    note.end()
    onClose()
  })
  return (
    <Dialog title={`Assign #${ticket.number}`} wide onClose={onClose}>
      <div className="space-y-3">
        <FormProblem error={assign.error} />
        <Field
          label="Note for your colleague (optional)"
          hint="Added as an internal note. Only staff see it."
        >
          {(control) => (
            <textarea
              {...control}
              rows={2}
              maxLength={2_000}
              className="textarea w-full"
              value={word}
              onChange={(event) => setWord(event.target.value)}
            />
          )}
        </Field>
        <SearchField
          label="Search moderators and admins"
          placeholder="Name or e-mail address"
          value={search}
          onSearch={setSearch}
          shortcut={false}
        />
        {people.data ? (
          <ul aria-label="Possible assignees" className="max-h-96 divide-y divide-base-300 overflow-y-auto">
            {people.data.map((person) => (
              <AssigneeRow
                key={person.id}
                person={person}
                assigned={person.id === ticket.assignee?.id}
                disabled={assign.isPending}
                onAssign={() => assign.mutate({ person, word: word.trim() })}
              />
            ))}
          </ul>
        ) : people.isError ? (
          <ProblemState error={people.error} onRetry={people.refetch} />
        ) : (
          <SkeletonRows rows={3} />
        )}
        {people.data?.length === 0 && <p className="text-muted">No matches</p>}
      </div>
    </Dialog>
  )
}
