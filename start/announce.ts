import type { Health } from '../core/health.ts'

const width = 10

/** What a person at the terminal wants to know once the desk is up. */
export function announcement({
  url,
  health,
  problems,
  setupToken,
  startedInMs,
}: {
  url: string
  health: Health
  problems: string[]
  setupToken: string | null
  startedInMs: number
}): string {
  const services = Object.entries(health.services)
    .filter(([, { state }]) => state !== 'up')
    .map(([name, { state, detail }]) => `  ${name.padEnd(width)}${state}: ${detail}`)
  return [
    '',
    `Deskbridge is up after ${(startedInMs / 1_000).toFixed(1)} s: ${url}`,
    ...(services.length > 0 ? ['', ...services] : []),
    ...problems.map((problem) => `  ! ${problem}`),
    ...(setupToken
      ? ['', 'Make the first admin (works once, for a day):', `  ${url}/welcome#${setupToken}`]
      : []),
    '',
    'Ctrl-C stops it.',
    '',
  ].join('\n')
}
