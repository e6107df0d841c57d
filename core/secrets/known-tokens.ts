import { lintSource } from '@secretlint/core'
import { creator } from '@secretlint/secretlint-rule-preset-recommend'
import type { Secret } from './secret.ts'

const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }] }
/** They report the whole address, whose host we keep: `unlabelled-secrets.ts` finds the password in it. */
const ofAddresses = /rule-(?:basicauth|database-connection-string)$/

/** The keys and tokens of well-known services. */
export async function knownTokens(text: string): Promise<Secret[]> {
  const { messages } = await lintSource({
    source: { content: text, filePath: 'ticket.txt', contentType: 'text', ext: '.txt' },
    options: { config, noPhysicFilePath: true },
  })
  return messages
    .filter(({ ruleId }) => !ofAddresses.test(ruleId))
    .map(({ range: [start, end] }) => ({ kind: 'key', start, end }))
}
