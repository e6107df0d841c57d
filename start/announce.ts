import type { Health, ServiceName } from '../core/health.ts'

const width = 10
const marks = { up: '✓', down: '✗', 'not configured': '-' } as const

/** What a person at the terminal wants to know once the desk is up. */
export function announcement({
  url,
  health,
  standIns,
  problems,
  setupToken,
  startedInMs,
}: {
  url: string
  health: Health
  standIns: Partial<Record<ServiceName, string>>
  problems: string[]
  setupToken: string | null
  startedInMs: number
}): string {
  const services = Object.entries(health.services).map(([name, { state, detail }]) => {
    const standIn = standIns[name as keyof typeof standIns]
    const says = state === 'up' && standIn ? standIn : detail
    return `  ${marks[state]} ${name.padEnd(width)}${state === 'up' ? '' : `${state}: `}${says}`
  })
  return [
    '',
    `Deskbridge is up after ${(startedInMs / 1_000).toFixed(1)} s: ${url}`,
    '',
    ...services,
    ...problems.map((problem) => `  ! ${problem}`),
    ...(setupToken
      ? ['', 'Make the first admin (works once, for a day):', `  ${url}/welcome#${setupToken}`]
      : []),
    '',
    'Ctrl-C stops it.',
    '',
  ].join('\n')
}
