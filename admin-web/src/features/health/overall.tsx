import type { Health } from '../../shared/http/answers.ts'
import { Icon } from '../../shared/ui/icon.tsx'

export function Overall({ health: { status, pending } }: { health: Health }) {
  const well = status === 'ok'
  return (
    <div role="status" className={`alert alert-soft mb-4 ${well ? 'alert-success' : 'alert-warning'}`}>
      <Icon name={well ? 'check' : 'alert'} />
      <span>
        <strong>{well ? 'All services are up.' : 'Something needs attention.'}</strong>{' '}
        {pendingWords(pending)}
      </span>
    </div>
  )
}

function pendingWords({ documents, oldestSeconds }: Health['pending']) {
  if (documents === 0) return 'Nothing is waiting to be delivered.'
  const what = documents === 1 ? '1 ticket or account has' : `${documents} tickets or accounts have`
  return `${what} pending work; the oldest has waited ${durationWords(oldestSeconds)}.`
}

const durationWords = (seconds: number) =>
  seconds < 120 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} minutes`
