import type { Health } from '../core/health.ts'
import type { Services } from './services.ts'

const width = 10
const marks = { up: '✓', down: '✗', 'not configured': '-' } as const

/** What a person at the terminal wants to know once the desk is up. */
export function announcement({
  url,
  health,
  services: { standIns, problems },
  setupToken,
  startedInMs,
}: {
  url: string
  health: Health
  services: Pick<Services, 'standIns' | 'problems'>
  setupToken: string | null
  startedInMs: number
}): string {
  const lines = Object.entries(health.services).map(([name, { state, detail }]) => {
    const standIn = standIns[name as keyof typeof standIns]
    const says = state === 'up' && standIn ? standIn : detail
    return `  ${marks[state]} ${name.padEnd(width)}${state === 'up' ? '' : `${state}: `}${says}`
  })
  return [
    '',
    `Deskbridge is up after ${(startedInMs / 1_000).toFixed(1)} s: ${url}`,
    '',
    ...lines,
    ...problems.map((problem) => `  ! ${problem}`),
    ...(setupToken
      ? ['', 'Make the first admin (works once, for a day):', `  ${url}/welcome#${setupToken}`]
      : []),
    '',
    'Ctrl-C stops it.',
    '',
  ].join('\n')
}
