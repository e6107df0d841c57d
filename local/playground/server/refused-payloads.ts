import type { Discord } from '../../discord/start-discord.ts'
import type { Slack } from '../../slack/slack.ts'
import type { RefusedPayload } from '../protocol.ts'

/** How many of the last calls are looked at, and how many refusals are told. */
const recentCalls = 100
const maxShown = 3

/** What the desk sent lately that a platform does not take: for who changes a message, the newest first. */
export function refusedPayloads(slack: Slack | undefined, discord: Discord | undefined): RefusedPayload[] {
  const inSlack = (slack?.calls.slice(-recentCalls) ?? []).flatMap(
    ({ method, outcome, messages, at }): RefusedPayload[] =>
      messages ? [{ platform: 'Slack', call: method, code: outcome, problems: messages, at }] : [],
  )
  const inDiscord = (discord?.calls.slice(-recentCalls) ?? []).flatMap(
    ({ method, path, code, problems, at }): RefusedPayload[] =>
      problems ? [{ platform: 'Discord', call: `${method} ${path}`, code: String(code), problems, at }] : [],
  )
  return [...inSlack, ...inDiscord].sort((a, b) => b.at - a.at).slice(0, maxShown)
}
