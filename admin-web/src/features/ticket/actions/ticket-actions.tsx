import { useState } from 'react'
import type { TicketAnswer } from '../../../shared/http/answers.ts'
import { Icon } from '../../../shared/ui/icon.tsx'
import { DuplicateDialog, EditDialog, ResolveDialog } from '../forms.tsx'
import { ActionButton } from './action-button.tsx'
import { DeleteDialog } from './delete-dialog.tsx'
import { possibleActions } from './possible-actions.ts'

type Opened = 'resolve' | 'duplicate' | 'edit' | 'delete' | null

/**
 * Buttons for what this person can do with the ticket now.
 * @param lost they can do nothing any more: the buttons keep their places
 */
export function TicketActions({ ticket, may, lost }: TicketAnswer & { lost: boolean }) {
  const [opened, open] = useState<Opened>(null)
  const close = () => open(null)
  const finished = ticket.status === 'resolved' || ticket.status === 'closed'
  const possible = possibleActions({ ticket, may })
  const editable = (may.edit || may.classify) && ticket.status !== 'closed'
  return (
    <>
      <fieldset disabled={lost} className="flex flex-wrap gap-2">
        {possible.includes('claim') && <ActionButton id={ticket.id} action="claim" />}
        {may.resolve && !finished && (
          <button type="button" className="btn btn-plain btn-sm" onClick={() => open('resolve')}>
            <Icon name="check" className="size-4" />
            Resolve
          </button>
        )}
        {possible
          .filter((action) => action !== 'claim')
          .map((action) => (
            <ActionButton key={action} id={ticket.id} action={action} />
          ))}
        {may.link && !finished && ticket.duplicates.length === 0 && (
          <button type="button" className="btn btn-plain btn-sm" onClick={() => open('duplicate')}>
            <Icon name="copy" className="size-4" />
            Mark as duplicate
          </button>
        )}
        {editable && (
          <button type="button" className="btn btn-plain btn-sm" onClick={() => open('edit')}>
            <Icon name="edit" className="size-4" />
            Edit
          </button>
        )}
        {may.delete && (
          <button type="button" className="btn btn-ghost btn-sm text-error" onClick={() => open('delete')}>
            <Icon name="trash" className="size-4" />
            Delete
          </button>
        )}
      </fieldset>
      {opened === 'resolve' && <ResolveDialog ticket={ticket} onClose={close} />}
      {opened === 'duplicate' && <DuplicateDialog ticket={ticket} onClose={close} />}
      {opened === 'edit' && <EditDialog ticket={ticket} may={may} onClose={close} />}
      {opened === 'delete' && <DeleteDialog ticket={ticket} onClose={close} />}
    </>
  )
}
