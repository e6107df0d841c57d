import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Icon } from '../../shared/ui/icon.tsx'
import { GuestPage } from './guest-page.tsx'

type CheckMailProps = { children: ReactNode; onBack: () => void }

/** Says that a mail is on its way. @param children what was sent to whom */
export function CheckMail({ children, onBack }: CheckMailProps) {
  return (
    <GuestPage title="Check your mail" below={back}>
      <div role="status" className="space-y-3">
        <p className="flex gap-3">
          <Icon name="mail" className="mt-0.5 size-5 shrink-0 text-primary" />
          <span className="min-w-0 wrap-anywhere">{children}</span>
        </p>
        <p className="text-muted text-sm">
          Nothing after a few minutes? Check your spam folder, or{' '}
          <button type="button" className="link" onClick={onBack}>
            try another address
          </button>
          .
        </p>
      </div>
    </GuestPage>
  )
}

const back = (
  <Link to="/login" className="link link-primary">
    Back to log in
  </Link>
)
