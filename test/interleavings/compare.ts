import { plainOf } from '../../core/text/sentence.ts'
import { statusOf } from '../../core/tickets/card.ts'
import { alive, filesIn, markOf, marksIn, type Said, wordsIn, wordsOf } from './conversation.ts'
import type { Play } from './playing.ts'
import { emoji } from './program.ts'

/** One message as a platform or the database shows it. */
type Shown = { marks: string[]; words: string[]; files: string[]; deskReactions: string[] }

/** What is not as it was said, in words. None: the conversation is the same everywhere. */
export async function differences(playing: Play): Promise<string[]> {
  const views = { slack: slackView(playing), discord: discordView(playing) }
  const expected = alive(playing.said)
  const found = (Object.keys(views) as (keyof typeof views)[]).flatMap((side) => [
    ...sameMessages(side, views[side], expected),
    ...inOrder(side, views[side], playing),
    ...sameReactions(side, views[side], expected),
  ])
  if (slackTells(playing)) found.push('Slack shows an internal note')
  return found.length > 0 ? found : inDatabase(playing)
}

/** Whether the last thing that was said is shown, with its file. */
export function showsNewest(playing: Play, side: 'slack' | 'discord'): boolean {
  const newest = playing.said.at(-1)
  if (!newest) return false
  const view = { slack: slackView, discord: discordView }[side](playing)
  const shown = view.flatMap(({ words, files }) => [...words, ...files])
  return [...wordsOf([newest]), ...(newest.file ? [newest.file] : [])].every((word) => shown.includes(word))
}

function slackView({ world, ticket }: Play): Shown[] {
  return world.slack
    .dmOf(ticket.person.id)
    .flatMap(({ replies }) => replies)
    .map((reply) => ({
      marks: marksIn(reply.shown),
      words: wordsIn(reply.shown),
      files: filesIn(reply.shown),
      deskReactions: reply.appReactions.flatMap((name) => {
        const known = emoji.find((one) => one.name === name)
        return known ? [known.characters] : []
      }),
    }))
}

const slackTells = ({ world, ticket }: Play) => /\binternal\b/.test(world.slack.transcript(ticket.person.id))

function discordView({ world, ticket }: Play): Shown[] {
  return world.discord.messages(ticket.thread).map(({ content, embeds, attachments, reactions = [] }) => ({
    marks: marksIn([content, ...embeds.map(({ description }) => description)].join(' ')),
    words: wordsIn([content, ...embeds.map(({ description }) => description)].join(' ')),
    files: attachments.flatMap(({ filename }) => filesIn(filename)),
    deskReactions: reactions.filter(({ me }) => me).map(({ emoji: { name } }) => name ?? ''),
  }))
}

function sameMessages(side: string, view: Shown[], expected: Said[]): string[] {
  const marks = view.flatMap(({ words }) => words).sort()
  const wanted = wordsOf(expected).sort()
  const files = view.flatMap((one) => one.files).sort()
  const wantedFiles = expected.flatMap(({ file }) => file ?? []).sort()
  return [
    ...(marks.join() === wanted.join() ? [] : [`${side} shows ${marks.join(' ')}, not ${wanted.join(' ')}`]),
    ...(files.join() === wantedFiles.join()
      ? []
      : [`${side} shows the files ${files.join(' ')}, not ${wantedFiles.join(' ')}`]),
  ]
}

/** What was said after everything had arrived comes later, and so does what one side says after another thing. */
function inOrder(side: string, view: Shown[], { said, unreadSince }: Play): string[] {
  const shown = view.flatMap(({ marks }) => marks.map((mark) => Number(/\d+/.exec(mark)?.[0])))
  return shown.flatMap((index, at) =>
    shown.slice(0, at).flatMap((earlier) => {
      const [one, other] = [said[earlier], said[index]]
      if (!one || !other) return []
      const mustFollow =
        one.epoch > other.epoch || (one.index > other.index && isOrdered(one, other, unreadSince))
      return mustFollow ? [`${side} shows ${markOf(one)} before ${markOf(other)}`] : []
    }),
  )
}

/** Console and mail are answered before the next is said. */
function isOrdered(one: Said, other: Said, unreadSince: Play['unreadSince']): boolean {
  if (one.side !== other.side) return false
  return one.side === 'console' || one.side === 'mail' || one.epoch < unreadSince[one.side]
}

function sameReactions(side: string, view: Shown[], expected: Said[]): string[] {
  return expected.flatMap((one) => {
    if (one.paragraphs === 0) return []
    const message = view.find(({ marks }) => marks.includes(markOf(one)))
    const wanted = [...one.reactions]
      .filter((mark) => !mark.startsWith(`${side} `))
      .map((mark) => mark.split(' ')[1] ?? '')
      .sort()
    const shown = (message?.deskReactions ?? []).filter((name) =>
      emoji.some(({ characters }) => characters === name),
    )
    return shown.sort().join() === wanted.join()
      ? []
      : [`${side} shows the reactions ${shown.join(' ')} to ${markOf(one)}, not ${wanted.join(' ')}`]
  })
}

async function inDatabase({ world, ticket, said, score }: Play): Promise<string[]> {
  const { desk } = world
  const visibilities = ['public', 'internal'] as const
  const [comments, stored] = await Promise.all([
    desk.comments.list({ ticket: ticket.id, visibilities, limit: 500 }),
    desk.tickets.find(ticket.id),
  ])
  const marks = comments.filter(({ deleted }) => !deleted).flatMap(({ body }) => wordsIn(body))
  const wanted = wordsOf(alive(said))
  const reactions = (stored?.reactions ?? [])
    .filter(
      ({ removed, comment }) => !removed && comments.some(({ _id, deleted }) => _id === comment && !deleted),
    )
    .map(({ place, emoji: name }) => `${place} ${name}`)
  const wantedReactions = alive(said).flatMap(({ reactions: all }) => [...all])
  return [
    ...(marks.toSorted().join() === wanted.toSorted().join()
      ? []
      : [`The database has ${marks.join(' ')}, not ${wanted.join(' ')}`]),
    ...(reactions.toSorted().join() === wantedReactions.toSorted().join()
      ? []
      : [`The database has the reactions ${reactions.join(', ')}, not ${wantedReactions.join(', ')}`]),
    ...((stored?.rating?.score ?? null) === score
      ? []
      : [`The rating is ${stored?.rating?.score}, not ${score}`]),
    ...(stored ? sameStatus({ world, ticket }, plainOf(statusOf(stored))) : []),
    ...(stored?.outbox.length ? [`Still pending: ${stored.outbox.map(({ kind }) => kind).join(', ')}`] : []),
  ]
}

/** Both cards say how things stand. */
function sameStatus({ world, ticket }: Pick<Play, 'world' | 'ticket'>, status: string): string[] {
  const cards = {
    slack: world.slack.dmOf(ticket.person.id).find(({ ts }) => ts === ticket.card)?.shown ?? '',
    discord: JSON.stringify(world.discord.messages(ticket.thread).map(({ embeds }) => embeds)),
  }
  return Object.entries(cards).flatMap(([side, card]) =>
    card.includes(status) ? [] : [`${side} shows another status than ${status}`],
  )
}
