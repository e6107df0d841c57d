import type { MailLine } from '../../../../protocol.ts'

type Props = { mails: MailLine[]; open: string | null | undefined; onOpen: (id: string) => void }

/** The newest first. */
export const MailList = ({ mails, open, onOpen }: Props) => (
  <nav className="mail-list scroll" aria-label="Mails">
    {mails.map((mail) => (
      <button
        type="button"
        key={mail.id}
        className="mail-line"
        aria-current={mail.id === open ? 'true' : undefined}
        onClick={() => onOpen(mail.id)}
      >
        <span className="mail-to">{mail.to.join(', ')}</span>
        <time>{arrivedAt(new Date(mail.date))}</time>
        <b>{mail.subject}</b>
      </button>
    ))}
  </nav>
)

/** The time of a mail of today, the day of an older one. */
const arrivedAt = (date: Date) =>
  date.toDateString() === new Date().toDateString()
    ? date.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' })
    : date.toLocaleDateString('en-US', { month: 'short', day: 'numeric' })
