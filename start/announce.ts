import type { Health } from '../core/health.ts'
import type { Services } from './services.ts'

const width = 10
const marks = { up: '✓', down: '✗', 'not configured': '-' } as const

/** The text for the terminal once the desk is up. */
export function announcement({
  url,
  health,
  services: { standIns, problems },
  playgroundUrl,
  setupToken,
  startedInMs,
}: {
  url: string
  health: Health
  services: Pick<Services, 'standIns' | 'problems'>
  playgroundUrl?: string | undefined
  setupToken: string | null
  startedInMs: number
}): string {
  const lines = Object.entries(health.services).map(([name, { state, detail }]) => {
    const standIn = standIns[name as keyof typeof standIns]
    const text = state === 'up' && standIn ? standIn : detail
    return `  ${marks[state]} ${name.padEnd(width)}${state === 'up' ? '' : `${state}: `}${text}`
  })
  return [
    '',
    `Deskbridge is up after ${(startedInMs / 1_000).toFixed(1)} s: ${url}`,
    '',
    ...lines,
    ...problems.map((problem) => `  ! ${problem}`),
    ...(playgroundUrl
      ? [
          '',
          'Try it in the playground, as an employee in Slack and a moderator in Discord:',
          `  ${playgroundUrl}`,
        ]
      : mayBePlayed(health, standIns)
        ? ['', 'To try it without Slack and Discord: docs/local-services.md#the-playground']
        : []),
    ...(setupToken
      ? [
          '',
          'Create the first admin with this link (works once, within 24 hours):',
          `  ${url}/welcome#${setupToken}`,
        ]
      : []),
    '',
    'Press Ctrl-C to stop.',
    '',
  ].join('\n')
}

/** Whether nobody has chat here, on a desk that isn't in production: there, nothing stands in. */
const mayBePlayed = ({ services: { slack, discord } }: Health, standIns: Services['standIns']) =>
  slack.state === 'not configured' && discord.state === 'not configured' && Object.keys(standIns).length > 0
