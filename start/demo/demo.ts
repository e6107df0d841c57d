// npm run demo
import path from 'node:path'
import { readConfiguration } from '../../core/configuration/configuration.ts'
import { startLocalServices } from '../../local/services.ts'
import { findPlatforms } from '../playground/find-platforms.ts'
import { setUpPeople } from '../playground/set-up-people.ts'
import { runningDesk } from '../running-database.ts'
import { moveClock } from './moved-clock.ts'
import { openDesk } from './open-desk.ts'
import { actsOfWeek } from './play-week.ts'

const hourMs = 3_600_000
const weekDays = 7

/**
 * Fills a new playground with a week of tickets: its people file, claim, answer and resolve them, as on the page, while
 * the clock continues from one to the next.
 */
async function demo(environment: NodeJS.ProcessEnv): Promise<string> {
  const configuration = readConfiguration(environment)
  const dataFolder = path.resolve(configuration.dataFolder)
  if (await runningDesk(dataFolder)) throw new Error(`The desk on ${dataFolder} is running. Stop it first.`)
  const startPlatforms = await findPlatforms(configuration, dataFolder)
  const startedAt = Date.now()
  const clock = moveClock(beginOfWeek(new Date()))
  const begin = Date.now()
  const platforms = await startPlatforms()
  if (!platforms)
    throw new Error('This desk gets no playground. Run `npm run reset`, or set DESK_DATA to a new folder.')
  const services = await startLocalServices({
    needs: { database: !configuration.mongodbUri, inngest: false, mail: !configuration.mail },
    dataFolder,
    report: (line) => console.log(line),
  })
  const mail = configuration.mail ?? services.mail ?? { host: '127.0.0.1', port: 25 }
  const { slack, discord } = platforms
  if (!slack || !discord)
    throw new Error('The demo needs both platforms. Unset the variables of Slack and Discord.')
  const mongodbUri = configuration.mongodbUri ?? `${services.database?.uri}deskbridge`
  const { desk, settle, stop } = await openDesk({
    configuration,
    dataFolder,
    mongodbUri,
    mail,
    platforms: { ...platforms, slack, discord },
  })
  const accounts = await setUpPeople(desk, platforms)
  await settle()
  const acts = actsOfWeek({ desk, slack, discord, accounts })
  for (const [nth, { at, play }] of acts.entries()) {
    clock.goTo(new Date(begin + at * hourMs))
    await play()
    await settle()
    if (nth % 40 === 0) console.log(`${Math.round((nth / acts.length) * 100)} % of the week`)
  }
  await stop()
  await platforms.stop()
  await services.stop()
  const seconds = Math.round((clock.realNow().getTime() - startedAt) / 1_000)
  return `A week with ${acts.length} acts is in ${dataFolder}, played in ${seconds} s. Start the desk with \`npm start\`.`
}

/** The midnight a week ago. */
function beginOfWeek(now: Date): Date {
  const begin = new Date(now.getTime() - weekDays * 24 * hourMs)
  begin.setHours(0, 0, 0, 0)
  return begin
}

try {
  console.log(await demo(process.env))
  process.exit(0)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
