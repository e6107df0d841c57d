import { startSlack } from '../../local/slack/slack.ts'
import { secrets } from '../local/slack/fixture.ts'
import { startDeskOfCheckout } from './desk-of-checkout.ts'
import type { Row } from './report.ts'
import { percentile } from './statistics.ts'

const people = 5
const ticketsEach = 20
const maxMs = 500

/** How soon Slack gets its answer when people file tickets by the modal, which is after the ticket is stored. */
export async function measureSlackAcks(report: (line: string) => void): Promise<Row[]> {
  report('Slack: starting a desk with services of its own')
  const slack = await startSlack(secrets)
  const desk = await startDeskOfCheckout(process.cwd(), {
    SLACK_BOT_TOKEN: secrets.botToken,
    SLACK_APP_TOKEN: secrets.appToken,
    SLACK_API_URL: slack.url,
    SLACK_MESSAGES_PER_SECOND: '50',
  }).catch(async (error) => {
    await slack.close()
    throw error
  })
  try {
    await slack.connect({ mode: 'socket' })
    const ids = Array.from({ length: people }, (_, index) => `U${index}`)
    for (const id of ids)
      slack.addPerson({
        id,
        name: id.toLowerCase(),
        realName: id,
        email: `${id}@example.com`,
        emailConfirmed: true,
      })
    const [first] = await fileAs(slack, ids[0] ?? '', 1)
    if (!first?.filed) throw new Error('Slack shows that no ticket was filed.')
    const startedAt = performance.now()
    const submitted = (await Promise.all(ids.map((id) => fileAs(slack, id, ticketsEach)))).flat()
    return [rowOf(submitted, (performance.now() - startedAt) / 1_000)]
  } finally {
    await desk.stop()
    await slack.close()
  }
}

type Submitted = { ms: number; filed: boolean }

/** @returns how long each answer took; one that says that the desk is slow is an answer, too, and a late one */
async function fileAs(slack: Awaited<ReturnType<typeof startSlack>>, id: string, tickets: number) {
  const person = slack.as(id)
  const submitted: Submitted[] = []
  for (let index = 0; index < tickets; index++) {
    await person.command('/ticket', `Printer ${index} of ${id} is on fire`)
    const modal = await person.modal()
    const { ms, errors, userSees } = await modal.submit({ 'What happened?': 'It is burning. Flames!' })
    submitted.push({ ms, filed: Object.keys(errors).length === 0 && !userSees })
  }
  return submitted
}

const rowOf = (submitted: Submitted[], seconds: number): Row => {
  const times = submitted.map(({ ms }) => ms)
  const p99 = percentile(times, 0.99)
  return {
    what: `Slack's modal: answer to a submission, p99 (p50) of ${times.length} at ${(times.length / seconds).toFixed(0)} a second`,
    target: `<= ${maxMs} ms`,
    measured: `${p99.toFixed(0)} ms (${percentile(times, 0.5).toFixed(0)} ms)`,
    met: p99 <= maxMs && submitted.every(({ filed }) => filed),
  }
}
