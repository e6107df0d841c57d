// npm run doctor
import { type Configuration, readConfiguration } from '../../core/configuration/configuration.ts'
import { checkDiscord, checkSlack } from './check-chat.ts'
import { checkDatabase, checkGemini, checkInboundMail, checkInngest, checkMail } from './check-services.ts'
import { failed, hasFailed, type Outcome, passed } from './outcome.ts'
import { report } from './report.ts'

const checks: Record<string, (configuration: Configuration) => Promise<Outcome>> = {
  database: checkDatabase,
  inngest: checkInngest,
  mail: checkMail,
  'mail-in': checkInboundMail,
  slack: checkSlack,
  discord: checkDiscord,
  gemini: checkGemini,
}

function configurationOf(environment: NodeJS.ProcessEnv): Configuration | Outcome {
  try {
    return readConfiguration(environment)
  } catch (error) {
    return failed((error as Error).message, 'docs/configuration.md lists the variables')
  }
}

/**
 * Says of each service whether the desk can work with it, and what to do where it can't. It changes nothing, starts
 * nothing, and may run beside the desk. @returns whether all is well
 */
async function examine(environment: NodeJS.ProcessEnv, print: (line: string) => void): Promise<boolean> {
  const configuration = configurationOf(environment)
  if ('findings' in configuration) {
    print(report('configuration', configuration))
    return false
  }
  print(report('configuration', passed('complete')))
  const outcomes = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => ({ name, outcome: await check(configuration) })),
  )
  for (const { name, outcome } of outcomes) print(report(name, outcome))
  return !outcomes.some(({ outcome }) => hasFailed(outcome))
}

const isWell = await examine(process.env, (line) => console.log(line))
process.exitCode = isWell ? 0 : 1
