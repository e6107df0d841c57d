import type { WebClient } from '@slack/web-api'
import { type Finding, findingsInWords } from '../../../core/finding.ts'
import type { Log } from '../../../core/log.ts'
import { watchSetup } from '../../../core/watch-setup.ts'
import { channelFindings } from '../setup/check-channel.ts'
import { scopeFindings } from '../setup/check-setup.ts'
import type { BotSelf } from './bot-self.ts'
import { downStatus, type SlackStatus } from './status.ts'

type Watch = {
  self: BotSelf
  web: WebClient
  status: SlackStatus
  signal: AbortSignal
  log: Log
  moderatorsChannel: string | undefined
  transport: 'Socket Mode' | 'HTTP'
}

/** Checks token, scopes and the moderators' channel, and shows in the status what is missing, until the signal aborts. */
export function watchBot(watch: Watch): Promise<void> {
  return watchSetup(() => check(watch), {
    signal: watch.signal,
    onFound: (findings) => report(watch, findings),
  })
}

async function check({ self, web, status, moderatorsChannel }: Watch): Promise<Finding[]> {
  const missing = await self.ask().catch((error: unknown) => {
    status.set('bot', downStatus(error, 'SLACK_BOT_TOKEN'))
    throw error
  })
  return [...scopeFindings(missing), ...(await channelFindings(web, moderatorsChannel))]
}

function report({ self, status, log, transport }: Watch, findings: Finding[]) {
  const words = findingsInWords(findings)
  if (words) log.warn({ missing: self.missing() }, `Slack: ${words}`)
  status.set('bot', {
    state: findings.some(({ level }) => level === 'problem') ? 'down' : 'up',
    detail: [`${self.name()}, over ${transport}`, words].filter(Boolean).join('. '),
  })
}
