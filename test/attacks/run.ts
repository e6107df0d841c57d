// npm run test:attacks            starts a desk and attacks it
// npm run test:attacks -- A5 A9   only the attacks on these items
// npm run test:attacks -- URL     attacks a running desk as somebody without an account
import { accounts } from './accounts.ts'
import { addresses } from './addresses.ts'
import type { Attack } from './attack.ts'
import { browser } from './browser.ts'
import { floods } from './floods.ts'
import { links } from './links.ts'
import { localServices } from './local-services.ts'
import { lockOuts } from './lock-outs.ts'
import { mails } from './mail.ts'
import { mailFloods } from './mail-floods.ts'
import { playground } from './playground.ts'
import { privacy } from './privacy.ts'
import { secondFactor } from './second-factor.ts'
import { slackRequests } from './slack-requests.ts'
import { remoteTarget, startTarget, type Target } from './target.ts'
import { words } from './words.ts'

/** Floods leave the desk busy, and lock-outs slow log-ins down, so they come last. */
const attacks: Attack[] = [
  ...browser,
  ...localServices,
  ...playground,
  ...privacy,
  ...accounts,
  ...links,
  ...secondFactor,
  ...slackRequests,
  ...mails,
  ...mailFloods,
  ...words,
  ...floods,
  ...addresses,
  ...lockOuts,
]

async function attempt({ item, title, run }: Attack, target: Target): Promise<boolean> {
  try {
    console.log(`pass  ${item.padEnd(4)} ${title}: ${await run(target)}`)
    return true
  } catch (error) {
    console.log(`FAIL  ${item.padEnd(4)} ${title}: ${error instanceof Error ? error.message : error}`)
    return false
  }
}

async function attackAll(some: Attack[], target: Target) {
  let failed = 0
  for (const attack of some) if (!(await attempt(attack, target))) failed += 1
  console.log(`\n${some.length - failed} of ${some.length} attacks were stopped.`)
  process.exitCode = failed > 0 ? 1 : 0
}

const given = process.argv.slice(2)
const url = given.find((one) => /^https?:/.test(one))
const isChosen = ({ item }: Attack) => given.length === 0 || given.includes(item)
if (url) {
  const some = attacks.filter(({ anonymous }) => anonymous)
  console.log(`${attacks.length - some.length} attacks need a desk that is started here, and are left out.\n`)
  await attackAll(some, remoteTarget(url.replace(/\/$/, '')) as Target)
} else {
  const { target, close } = await startTarget()
  try {
    await attackAll(attacks.filter(isChosen), target)
  } finally {
    await close()
  }
}
