import type { ServiceState } from '../../shared/http/answers.ts'

const names: Record<string, string> = {
  database: 'Database',
  inngest: 'Inngest',
  mail: 'Mail',
  'mail-in': 'Inbound mail',
  slack: 'Slack',
  discord: 'Discord',
  gemini: 'Gemini',
}
const tones: Record<ServiceState['state'], string> = {
  up: 'badge-soft badge-success',
  down: 'badge-soft badge-error',
  'not configured': 'border-transparent bg-base-300',
}
const words: Record<ServiceState['state'], string> = {
  up: 'Up',
  down: 'Down',
  'not configured': 'Not configured',
}

export function ServiceLine({ name, service: { state, detail } }: { name: string; service: ServiceState }) {
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 px-4 py-3.5 sm:grid-cols-[8rem_minmax(0,1fr)_auto]">
      <span className="font-medium">{names[name] ?? name}</span>
      <span className="text-muted text-sm wrap-anywhere first-letter:uppercase max-sm:order-last max-sm:col-span-full">
        {detail}
      </span>
      <span className={`badge whitespace-nowrap ${tones[state]}`}>{words[state]}</span>
    </li>
  )
}
