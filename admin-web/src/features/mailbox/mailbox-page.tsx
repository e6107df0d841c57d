import { useParams } from 'react-router'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { ProblemState } from '../../shared/ui/problem-state.tsx'
import { SkeletonRows } from '../../shared/ui/skeleton-rows.tsx'
import { MailList } from './mail-list.tsx'
import { MailMessage } from './mail-message.tsx'
import { isAbsent, useMailbox } from './use-mailbox.ts'

export function MailboxPage() {
  const { id } = useParams()
  const mailbox = useMailbox()
  return (
    <Page title="Mailbox" lead="No mail server is configured, so the desk keeps its mail here.">
      {isAbsent(mailbox.error) ? (
        <EmptyState icon="mail" title="This desk uses a mail server">
          <p>Messages are delivered, and none are kept here.</p>
        </EmptyState>
      ) : mailbox.data ? (
        mailbox.data.messages.length === 0 ? (
          <EmptyState icon="mail" title="No messages yet">
            <p>Mail about sign-ups, assignments and resolutions appears here.</p>
          </EmptyState>
        ) : (
          <div className="grid items-start gap-4 md:grid-cols-[18rem_minmax(0,1fr)]">
            <MailList messages={mailbox.data.messages} className={id ? 'max-md:hidden' : ''} />
            {id ? (
              <MailMessage key={id} id={id} />
            ) : (
              <p className="panel text-muted p-8 text-center max-md:hidden">Select a message</p>
            )}
          </div>
        )
      ) : mailbox.isError ? (
        <ProblemState error={mailbox.error} onRetry={mailbox.refetch} />
      ) : (
        <SkeletonRows />
      )}
    </Page>
  )
}
