import { waitFor } from '../support/wait-for.ts'
import { act } from './act.ts'
import { differences, showsNewest } from './compare.ts'
import { newTicket, type Play } from './playing.ts'
import { calls, type Step } from './program.ts'
import { edit, mailAgain, reactTo, remove, say } from './talk.ts'
import { moderatorOnDiscord, type World } from './world.ts'

/** Longer than Slack takes to repeat an event for the last time, also on a busy machine. */
const arriveMs = 30_000

/** Plays a program. @throws Error that says what differs when all has arrived */
export async function play(world: World, program: Step[]): Promise<void> {
  const playing: Play = {
    ...{ world, said: [], epoch: 0, unreadSince: { slack: Infinity, discord: Infinity } },
    ...{ mails: [], faults: [], score: null, ticket: await newTicket(world) },
  }
  try {
    for (const step of program) await take(playing, step)
    await arrived(playing)
  } finally {
    world.slack.clearFaults()
    for (const remove of playing.faults) remove()
    await world.tidyUp(playing.ticket)
  }
}

/** Waits until both sides and the database show the same. */
async function arrived(playing: Play) {
  let last: string[] = []
  await waitFor(
    async () => {
      if (!playing.world.isIdle() || !playing.world.isConnected()) return false
      last = await differences(playing)
      return last.length === 0
    },
    { what: 'the same everywhere', timeoutMs: arriveMs },
  ).catch(() => {
    const { slack, discord, logged } = playing.world
    throw new Error(
      `After ${arriveMs} ms:\n${last.join('\n')}\nSlack:\n${slack.transcript(playing.ticket.person.id)}\nDiscord:\n${discord.transcript(playing.ticket.thread)}\nLog:\n${logged.slice(-20).join('')}`,
    )
  })
  playing.epoch += 1
}

async function take(playing: Play, step: Step): Promise<void> {
  const { world, ticket } = playing
  switch (step.do) {
    case 'say':
      return say(playing, step)
    case 'edit':
      return edit(playing, step)
    case 'remove':
      return remove(playing, step.nth)
    case 'react':
    case 'unreact':
      return reactTo(playing, step)
    case 'note':
      world.discord.as(moderatorOnDiscord).write({ channel: ticket.thread, content: 'internal' })
      return
    case 'act':
      return act(playing, step.name)
    case 'redeliver':
      await world.slack.redeliver(step.count)
      return
    case 'mail again':
      return mailAgain(playing, step.nth)
    case 'fault':
      return fail(playing, step)
    case 'fail database':
      return world.failDatabase(step.times)
    case 'drop':
      return drop(playing, step)
    case 'restart':
      return restart(playing, step)
    case 'wait':
      return arrived(playing)
    case 'see':
      await waitFor(() => showsNewest(playing, step.on), { what: 'the newest message', everyMs: 5 })
  }
}

function drop({ world: { discord, slack } }: Play, { on, resumable }: Extract<Step, { do: 'drop' }>) {
  if (on === 'discord') discord.dropGateway({ resumable })
  else slack.socket.cut()
}

/** A desk that is away for long reads what it has missed; Slack no longer repeats it. */
async function restart(playing: Play, { meanwhile, isLong = false }: Extract<Step, { do: 'restart' }>) {
  if (isLong) await arrived(playing)
  await playing.world.restart(isLong, async () => {
    for (const step of meanwhile) await take(playing, step)
  })
}

/** A nonce protects for some minutes only: a lost answer may be looked for later. */
function fail(
  { world, faults, epoch, unreadSince }: Play,
  { on, kind, times, call = 'any' }: Extract<Step, { do: 'fault' }>,
): void {
  world.discord.forgetNonces()
  if (call === 'any' || call === 'read') unreadSince[on] = Math.min(unreadSince[on], epoch)
  if (on === 'slack') {
    const how = { '429': { status: 429, retryAfter: 1 }, '500': { status: 500 }, lost: { loseAnswer: true } }
    world.slack.failNext({ method: calls[call].slack, times, ...how[kind] })
    return
  }
  const which = { ...calls[call].discord, times }
  const fault =
    kind === 'lost'
      ? world.discord.loseAnswer(which)
      : world.discord.failNext({ ...which, status: Number(kind), retryAfter: 0.05 })
  faults.push(fault.remove)
}
