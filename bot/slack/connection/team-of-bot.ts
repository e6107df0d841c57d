import { WebClient } from '@slack/web-api'
import type { Log } from '../../../core/log.ts'
import { boltLog } from './bolt-log.ts'
import { clientOptions } from './client-options.ts'

/** @returns a function that gives the id of the workspace which the bot's token is for. It asks Slack until it knows */
export function teamOfBot({
  botToken,
  apiUrl,
  log,
}: {
  botToken: string
  apiUrl?: string | undefined
  log: Log
}) {
  const client = new WebClient(botToken, clientOptions(apiUrl, boltLog(log)))
  let team: string | undefined
  return async (): Promise<string> => {
    team ??= (await client.auth.test()).team_id
    if (!team) throw new Error('Slack did not say which workspace the bot belongs to.')
    return team
  }
}
