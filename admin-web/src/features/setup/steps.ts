import type { Health } from '../../shared/http/answers.ts'

export type Step = { label: string; hint: string; to: string; done: boolean }

/** @param accounts how many accounts there are, the admin's own included */
export function stepsFor({ services }: Health, accounts: number): Step[] {
  const isConnected = (name: string) => (services[name]?.state ?? 'not configured') !== 'not configured'
  return [
    {
      label: 'Invite your team',
      hint: 'Moderators answer tickets, admins run the desk.',
      to: '/users',
      done: accounts > 1,
    },
    {
      label: 'Connect Slack',
      hint: 'People file tickets there with /ticket. Service health names the settings that are missing.',
      to: '/health',
      done: isConnected('slack'),
    },
    {
      label: 'Connect Discord',
      hint: 'Moderators claim and answer tickets there. Service health names the settings that are missing.',
      to: '/health',
      done: isConnected('discord'),
    },
  ]
}
