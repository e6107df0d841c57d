import { readDraft } from '../../../shared/session/drafts.ts'
import { useMe } from '../../../shared/session/use-me.ts'
import { CopyButton } from '../../../shared/ui/copy-button.tsx'
import { Panel } from '../../../shared/ui/panel.tsx'
import { draftName, type MessageDraft } from './message-draft.ts'

/** What this person typed on a ticket that they can't see any more. */
export function UnsentMessage({ ticket }: { ticket: string }) {
  const draft = readDraft<MessageDraft>(`${useMe().id}:${draftName(ticket)}`)
  if (!draft?.body) return null
  const title = draft.audience === 'internal' ? 'Your internal note, not added' : 'Your message, not sent'
  return (
    <Panel title={title} aside={<CopyButton text={draft.body} />} className="mt-5">
      <p className="wrap-anywhere whitespace-pre-wrap">{draft.body}</p>
    </Panel>
  )
}
