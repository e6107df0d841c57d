import { setTimeout as sleep } from 'node:timers/promises'
import type { Row } from '../report.ts'
import { percentile } from '../statistics.ts'
import { type ChatDesk, perPlatform } from './chat-desk.ts'

/** @property ms until the platform had its answer @property busy the desk said that it is busy, and to try again */
type Answer = { ms: number; answered: boolean; busy: boolean }
type Step = () => Promise<Answer>

const busyWords = /busy|try again/i

/** What one person in Slack does in turn: open the form, file a ticket, list their tickets. */
function slackSteps({ slack }: ChatDesk, id: string): Step[] {
  const person = slack.as(id)
  const answerTo = ({
    ms,
    acked,
    userSees,
  }: {
    ms: number
    acked: boolean
    userSees?: string | undefined
  }) => ({
    ms,
    answered: acked,
    busy: busyWords.test(userSees ?? ''),
  })
  return [
    async () => answerTo(await person.command('/ticket', 'The printer is on fire')),
    async () => {
      const modal = await person.modal()
      const { ms, errors, userSees } = await modal.submit({ 'What happened?': 'It is burning. Flames!' })
      const said = [...Object.values(errors), userSees ?? ''].join(' ')
      return { ms, answered: userSees === undefined || busyWords.test(said), busy: busyWords.test(said) }
    },
    async () => answerTo(await person.command('/tickets')),
  ]
}

/** What one moderator in Discord does in turn: look at the queue, at a ticket, and at their own tickets. */
function discordSteps({ discord, channel }: ChatDesk, id: string, ticket: number): Step[] {
  const person = discord.as(id)
  const run =
    (path: string, options: Record<string, string> = {}) =>
    async () => {
      const { ms, kind, text } = await person.command(path, options, { channel })
      return { ms, answered: kind !== 'failed', busy: busyWords.test(text) }
    }
  return [
    run('ticket queue'),
    run('ticket show', { ticket: String(ticket) }),
    run('ticket mine'),
    run('ticket note', { ticket: String(ticket), text: 'Looked at it' }),
  ]
}

/** @property rate interactions per second and platform */
type Load = { seconds: number; rate: number }

/** Lets people act at a steady rate, whether the desk keeps up or not, though each person only after their last answer. */
async function act(people: Step[][], { seconds, rate }: Load): Promise<{ answers: Answer[]; late: number }> {
  const answers: Answer[] = []
  const running = new Set<Promise<void>>()
  const turns = people.map((steps) => ({ steps, next: 0, isBusy: false }))
  let late = 0
  const startedAt = performance.now()
  for (let count = 0; count < seconds * rate; count++) {
    const due = startedAt + (count * 1_000) / rate
    if (due > performance.now()) await sleep(due - performance.now())
    const turn = turns[count % turns.length]
    const step = turn?.steps[turn.next % turn.steps.length]
    if (!turn || !step) continue
    if (turn.isBusy) {
      late++
      continue
    }
    turn.isBusy = true
    turn.next++
    const done = step()
      .then((answer) => void answers.push(answer))
      .catch(() => void answers.push({ ms: 0, answered: false, busy: false }))
      .finally(() => {
        turn.isBusy = false
        running.delete(done)
      })
    running.add(done)
  }
  await Promise.all(running)
  return { answers, late }
}

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

function rowOf(
  what: string,
  { answers, late }: { answers: Answer[]; late: number },
  { seconds, rate }: Load,
  maxMs: number,
): Row {
  const times = answers.map(({ ms }) => ms)
  const [p50, p99] = [percentile(times, 0.5), percentile(times, 0.99)]
  const unanswered = answers.filter(({ answered }) => !answered).length
  const busy = answers.filter(({ busy }) => busy).length
  return {
    what: `${what}: answer to an interaction, p99 (p50), ${rate}/s for ${seconds} s`,
    target: `<= ${maxMs} ms, all answered`,
    measured: `${p99.toFixed(0)} ms (${p50.toFixed(0)} ms), ${unanswered} of ${answers.length} unanswered, ${busy} told that the desk is busy, ${late} put off because the person still waited`,
    met: p99 <= maxMs && unanswered === 0,
  }
}

export const usualLoad: Load = { seconds: 60, rate: perPlatform }
export const loadOnSlowDatabase: Load = { seconds: 20, rate: 5 }
