import { isRefusal } from '../../core/errors.ts'
import { newId } from '../../core/ids.ts'
import type { TicketAction } from '../../core/tickets/actions/action.ts'
import { claim } from '../../core/tickets/actions/claim.ts'
import { perform } from '../../core/tickets/actions/perform.ts'
import { release } from '../../core/tickets/actions/release.ts'
import { reopen } from '../../core/tickets/actions/reopen.ts'
import { resolve } from '../../core/tickets/actions/resolve.ts'
import { wait } from '../../core/tickets/actions/wait.ts'
import { addComment } from '../../core/tickets/comments/add-comment.ts'
import { versionOf } from '../../core/tickets/comments/comment.ts'
import { deleteComment } from '../../core/tickets/comments/delete-comment.ts'
import { editComment } from '../../core/tickets/comments/edit-comment.ts'
import { waitFor } from '../support/wait-for.ts'
import { differences } from './compare.ts'
import { alive, markOf, marksIn, type Said } from './conversation.ts'
import { newTicket, type Play } from './playing.ts'
import { type ActName, emoji, type Step } from './program.ts'
import { moderatorOnDiscord, type World } from './world.ts'

const actions: Record<ActName, { action: TicketAction; input: object }> = {
  claim: { action: claim, input: {} },
  release: { action: release, input: {} },
  wait: { action: wait, input: {} },
  resolve: { action: resolve, input: { resolution: 'Done.' } },
  reopen: { action: reopen, input: {} },
}
/** Longer than Slack takes to repeat an event for the last time. */
const arriveMs = 12_000
/** Plays a program. @throws Error that says what differs when all has arrived */
export async function play(world: World, program: Step[]): Promise<void> {
  const playing: Play = {
    ...{ world, said: [], epoch: 0, hasDropped: false },
    ticket: await newTicket(world),
  }
  try {
    for (const step of program) await take(playing, step)
    await arrived(playing)
  } finally {
    world.slack.clearFaults()
    for (const fault of faults.splice(0)) fault.remove()
  }
}

const faults: { remove: () => void }[] = []

/** Waits until both sides and the database show the same. */
async function arrived(playing: Play) {
  let last: string[] = []
  await waitFor(
    async () => {
      if (!playing.world.isIdle()) return false
      last = await differences(playing)
      return last.length === 0
    },
    { what: 'the same everywhere', timeoutMs: arriveMs },
  ).catch(() => {
    const { slack, discord } = playing.world
    throw new Error(
      `After ${arriveMs} ms:\n${last.join('\n')}\nSlack:\n${slack.transcript(playing.ticket.person.id)}\nDiscord:\n${discord.transcript(playing.ticket.thread)}`,
    )
  })
  playing.epoch += 1
}

const pick = <T>(from: T[], nth: number): T | undefined =>
  from.length > 0 ? from[nth % from.length] : undefined

async function take(playing: Play, step: Step): Promise<void> {
  const { world, ticket, said } = playing
  switch (step.do) {
    case 'say':
      return say(playing, step)
    case 'edit': {
      const one = pick(alive(said), step.nth)
      if (one) await edit(playing, one)
      return
    }
    case 'remove': {
      const one = pick(alive(said), step.nth)
      if (one) await remove(playing, one)
      return
    }
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
    case 'fault':
      return fail(playing, step)
    case 'drop':
      playing.hasDropped = true
      if (step.on === 'discord') world.discord.dropGateway({ resumable: step.resumable })
      else world.slack.socket.cut()
      return
    case 'restart':
      playing.hasDropped = true
      return world.restart(async () => {
        for (const inner of step.meanwhile) await take(playing, inner)
      })
    case 'wait':
      return arrived(playing)
  }
}

async function say(playing: Play, { side, file }: Extract<Step, { do: 'say' }>) {
  const { world, ticket, said, epoch } = playing
  const index = said.length
  const one: Said = {
    ...{ index, side, id: '', version: 1, file: null, isGone: false, epoch, reactions: new Set() },
  }
  if (side === 'slack') {
    const name = `file${index}.txt`
    const content = Buffer.from(name)
    const files = file ? [await world.slack.addFile({ name, mimetype: 'text/plain', content })] : []
    one.id = ticket.person.reply({ text: markOf(one), threadTs: ticket.card, files }).ts
    if (file) one.file = name
  } else if (side === 'discord') {
    const asked = latestFromRequester(playing)
    if (!asked) return
    const name = `file${index}.txt`
    const written = {
      channel: ticket.thread,
      content: markOf(one),
      replyTo: asked,
      files: file ? [name] : [],
    }
    one.id = world.discord.as(moderatorOnDiscord).write(written).id
    if (file) one.file = name
  } else {
    const key = newId()
    const input = { body: markOf(one), visibility: 'public' as const }
    const from = { ticket: ticket.id, surface: 'web' as const, key, input }
    one.id = (await addComment(world.desk, world.moderator, from))._id
  }
  said.push(one)
}

/** A moderator answers what the thread shows of the requester. */
const latestFromRequester = ({ world, ticket }: Play) =>
  world.discord
    .messages(ticket.thread)
    .findLast(
      ({ author, embeds }) => author.bot && embeds.some(({ author: by }) => by?.name.includes('(requester)')),
    )?.id

async function edit({ world, ticket }: Play, one: Said) {
  one.version += 1
  const text = markOf(one)
  if (one.side === 'slack') ticket.person.edit({ ts: one.id, text })
  else if (one.side === 'discord') world.discord.as(moderatorOnDiscord).edit(one.id, text)
  else {
    const comment = await world.desk.comments.find(one.id)
    if (!comment) throw new Error('The comment of the console is gone')
    await editComment(world.desk, world.moderator, {
      ...{ id: ticket.id, comment: one.id, surface: 'web' },
      input: { version: versionOf(comment), body: text },
    })
  }
}

async function remove({ world, ticket }: Play, one: Said) {
  one.isGone = true
  if (one.side === 'slack') ticket.person.remove({ ts: one.id })
  else if (one.side === 'discord') world.discord.as(moderatorOnDiscord).erase(one.id)
  else await deleteComment(world.desk, world.moderator, { id: ticket.id, comment: one.id, surface: 'web' })
}

/** People react to what they see. */
function reactTo(playing: Play, step: Extract<Step, { do: 'react' | 'unreact' }>): Promise<void> {
  const { world, ticket, said, epoch } = playing
  const one = pick(
    alive(said).filter((message) => message.epoch < epoch),
    step.nth,
  )
  const chosen = emoji[step.emoji]
  const mark = `${step.side} ${chosen?.characters}`
  const isAdded = step.do === 'react'
  if (!one || !chosen || one.reactions.has(mark) === isAdded) return Promise.resolve()
  const seen = seenOn(playing, step.side, one)
  if (!seen) return Promise.resolve()
  if (isAdded) one.reactions.add(mark)
  else one.reactions.delete(mark)
  if (step.side === 'slack') {
    const reaction = { ts: seen, name: chosen.name }
    if (isAdded) ticket.person.addReaction(reaction)
    else ticket.person.removeReaction(reaction)
  } else {
    const max = world.discord.as(moderatorOnDiscord)
    if (isAdded) max.react(seen, chosen.characters)
    else max.unreact(seen, chosen.characters)
  }
  return Promise.resolve()
}

/** The message that shows something that was said, if it does already. */
function seenOn({ world, ticket }: Play, side: 'slack' | 'discord', { index }: Said): string | undefined {
  const shows = (text: string) => marksIn(text).some((mark) => mark.startsWith(`m${index}v`))
  return side === 'slack'
    ? world.slack
        .dmOf(ticket.person.id)
        .flatMap(({ replies }) => replies)
        .find(({ shown }) => shows(shown))?.ts
    : world.discord
        .messages(ticket.thread)
        .find(({ content, embeds }) => shows([content, ...embeds.map((one) => one.description)].join(' ')))
        ?.id
}

async function act({ world, ticket }: Play, name: ActName) {
  const { action, input } = actions[name]
  try {
    await perform(world.desk, world.moderator, action, { id: ticket.id, surface: 'web', input })
  } catch (error) {
    if (!isRefusal(error)) throw error
  }
}

function fail({ world }: Play, { on, kind, times }: Extract<Step, { do: 'fault' }>): void {
  if (on === 'slack') {
    const how = { '429': { status: 429, retryAfter: 1 }, '500': { status: 500 }, lost: { loseAnswer: true } }
    world.slack.failNext({ method: '*', times, ...how[kind] })
    return
  }
  const which = { path: /./, times }
  faults.push(
    kind === 'lost'
      ? world.discord.loseAnswer(which)
      : world.discord.failNext({ ...which, status: Number(kind), retryAfter: 0.05 }),
  )
}
