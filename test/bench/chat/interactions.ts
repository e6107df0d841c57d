import { setTimeout as sleep } from 'node:timers/promises'
import type { Row } from '../report.ts'
import { percentile } from '../statistics.ts'
import { type ChatDesk, perPlatform } from './chat-desk.ts'
import { type Answer, discordSteps, type Step, slackSteps } from './steps.ts'

/** @property rate interactions per second and platform */
type Load = { seconds: number; rate: number }
export const usualLoad: Load = { seconds: 60, rate: perPlatform }
export const loadOnSlowDatabase: Load = { seconds: 20, rate: 5 }

/** @property putOff how many did not begin, because the person still waited */
type Acted = { answers: (Answer & { what: string })[]; putOff: number }

/** Both platforms at once. @param maxMs what the answers' p99 may take */
export async function measureInteractions(
  desk: ChatDesk,
  load: Load,
  { what, maxMs }: { what: string; maxMs: number },
): Promise<Row[]> {
  const inSlack = desk.people.map(({ slack }) => slackSteps(desk, slack))
  const inDiscord = desk.people.map(({ discord }, index) => discordSteps(desk, discord, index + 1))
  const [slack, discord] = await Promise.all([act(inSlack, load), act(inDiscord, load)])
  return [rowOf(`Slack, ${what}`, slack, load, maxMs), rowOf(`Discord, ${what}`, discord, load, maxMs)]
}

/** Lets people act at a steady rate, whether the desk keeps up or not, though each person only after their last answer. */
async function act(people: Step[][], { seconds, rate }: Load): Promise<Acted> {
  const acted: Acted = { answers: [], putOff: 0 }
  const turns = people.map((steps) => ({ steps, next: 0, current: Promise.resolve(), isBusy: false }))
  const startedAt = performance.now()
  for (let count = 0; count < seconds * rate; count++) {
    const due = startedAt + (count * 1_000) / rate
    if (due > performance.now()) await sleep(due - performance.now())
    const turn = turns[count % turns.length]
    const step = turn?.steps[turn.next % turn.steps.length]
    if (!turn || !step) continue
    if (turn.isBusy) {
      acted.putOff++
      continue
    }
    turn.isBusy = true
    turn.next++
    turn.current = taken(step).then((answer) => {
      acted.answers.push(answer)
      turn.isBusy = false
    })
  }
  await Promise.all(turns.map(({ current }) => current))
  return acted
}

const taken = async ({ what, take }: Step) => ({
  what,
  ...(await take().catch((): Answer => ({ ms: 0, answered: false, busy: false }))),
})

function rowOf(what: string, { answers, putOff }: Acted, { seconds, rate }: Load, maxMs: number): Row {
  const p99 = percentile(timesOf(answers), 0.99)
  const unanswered = answers.filter(({ answered }) => !answered).length
  const busy = answers.filter((answer) => answer.busy).length
  const steps = [...Map.groupBy(answers, (answer) => answer.what)].map(
    ([step, some]) => `${step} ${percentile(timesOf(some), 0.99).toFixed(0)} ms`,
  )
  return {
    what: `${what}: answer to an interaction, p99 (p50), ${rate}/s for ${seconds} s`,
    target: `<= ${maxMs} ms, all answered`,
    measured: `${p99.toFixed(0)} ms (${percentile(timesOf(answers), 0.5).toFixed(0)} ms); p99 of ${steps.join(', ')}; ${unanswered} of ${answers.length} unanswered, ${busy} told that the desk is busy, ${putOff} put off because the person still waited`,
    met: p99 <= maxMs && unanswered === 0,
  }
}

const timesOf = (answers: Answer[]) => answers.map(({ ms }) => ms)
