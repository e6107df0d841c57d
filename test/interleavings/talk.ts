import { Buffer } from 'node:buffer'
import { uploadFile } from '../../core/attachments/upload-file.ts'
import { newId } from '../../core/ids.ts'
import { addComment } from '../../core/tickets/comments/add-comment.ts'
import { versionOf } from '../../core/tickets/comments/comment.ts'
import { deleteComment } from '../../core/tickets/comments/delete-comment.ts'
import { editComment } from '../../core/tickets/comments/edit-comment.ts'
import { streamOf } from '../support/files.ts'
import { filePart, rawMail } from '../support/raw-mail.ts'
import { alive, markOf, marksIn, type Said, textOf } from './conversation.ts'
import type { Play } from './playing.ts'
import { emoji, type Saying, type Side, type Step } from './program.ts'
import { moderatorOnDiscord } from './world.ts'

/** What one person types on Discord has at most 2,000 characters. */
const longestOnDiscord = 2

export const pick = <T>(from: T[], nth: number): T | undefined =>
  from.length > 0 ? from[nth % from.length] : undefined

const ways: Record<Side, (playing: Play, one: Said) => Promise<string | null>> = {
  slack: sayInSlack,
  discord: sayOnDiscord,
  console: sayInConsole,
  mail: sayByMail,
}

export async function say(playing: Play, { side, file, paragraphs = 1, name }: Saying) {
  const { said, epoch } = playing
  const index = said.length
  const one: Said = {
    ...{ index, side, id: '', version: 1, paragraphs: paragraphsOn(side, paragraphs), isGone: false, epoch },
    ...{ file: file ? (name ?? `file${index}.txt`) : null, reactions: new Set() },
  }
  const id = await ways[side](playing, one)
  if (id) said.push({ ...one, id })
}

const paragraphsOn = (side: Side, wanted: number) =>
  side === 'discord' ? Math.min(wanted, longestOnDiscord) : wanted

async function sayInSlack({ world, ticket }: Play, one: Said): Promise<string> {
  const file = one.file && { name: one.file, mimetype: 'text/plain', content: Buffer.from(one.file) }
  const files = file ? [await world.slack.addFile(file)] : []
  return ticket.person.reply({ text: textOf(one), threadTs: ticket.card, files }).ts
}

/** A moderator answers what the thread shows of the requester. */
function sayOnDiscord({ world, ticket }: Play, one: Said): Promise<string | null> {
  const asked = world.discord
    .messages(ticket.thread)
    .findLast(
      ({ author, embeds }) => author.bot && embeds.some(({ author: by }) => by?.name.includes('(requester)')),
    )?.id
  if (!asked) return Promise.resolve(null)
  const message = { channel: ticket.thread, content: textOf(one), replyTo: asked }
  const max = world.discord.as(moderatorOnDiscord)
  return Promise.resolve(max.write({ ...message, files: one.file ? [one.file] : [] }).id)
}

async function sayInConsole({ world, ticket }: Play, one: Said): Promise<string> {
  const { desk, moderator } = world
  const stored = one.file && (await uploadFile(desk, moderator, streamOf(one.file), one.file))
  const input = { body: textOf(one), visibility: 'public' as const, files: stored ? [stored._id] : [] }
  const from = { ticket: ticket.id, surface: 'web' as const, key: newId(), input }
  return (await addComment(desk, moderator, from))._id
}

/** The answer quotes what was said before, and has a signature. */
async function sayByMail(playing: Play, one: Said): Promise<string> {
  const { world, ticket, said, mails } = playing
  const quoted = said.map((earlier) => `> ${markOf(earlier)}`).join('\n')
  const raw = rawMail({
    ...{ from: ticket.requester.email ?? '', to: world.replyAddressOf(ticket) },
    text: `${textOf(one)}\n\n-- \nAnn, m99v99\n\nOn Mon, Nov 30, 2026 at 10:12 AM Max <max@example.com> wrote:\n${quoted}`,
    parts: one.file ? [filePart(one.file, one.file, { type: 'text/plain' })] : [],
  })
  mails.push(raw)
  await world.receiveMail(raw)
  return raw
}

export const mailAgain = async ({ world, mails }: Play, nth: number) => {
  const mail = pick(mails, nth)
  if (mail) await world.receiveMail(mail)
}

/** A mail can't be changed. */
const changeable = ({ said }: Play) => alive(said).filter(({ side }) => side !== 'mail')

export async function edit(playing: Play, { nth, paragraphs = 1 }: Extract<Step, { do: 'edit' }>) {
  const one = pick(changeable(playing), nth)
  if (!one) return
  const { world, ticket } = playing
  one.version += 1
  one.paragraphs = paragraphsOn(one.side, paragraphs)
  const text = textOf(one)
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

export async function remove(playing: Play, nth: number) {
  const one = pick(changeable(playing), nth)
  if (!one) return
  const { world, ticket } = playing
  one.isGone = true
  if (one.side === 'slack') ticket.person.remove({ ts: one.id })
  else if (one.side === 'discord') world.discord.as(moderatorOnDiscord).erase(one.id)
  else await deleteComment(world.desk, world.moderator, { id: ticket.id, comment: one.id, surface: 'web' })
}

/** People react to what they see. */
export function reactTo(playing: Play, step: Extract<Step, { do: 'react' | 'unreact' }>): void {
  const { world, ticket, said, epoch } = playing
  const one = pick(
    alive(said).filter((message) => message.epoch < epoch && message.paragraphs > 0),
    step.nth,
  )
  const chosen = emoji[step.emoji]
  const mark = `${step.side} ${chosen?.characters}`
  const isAdded = step.do === 'react'
  if (!one || !chosen || one.reactions.has(mark) === isAdded) return
  const seen = seenOn(playing, step.side, one)
  if (!seen) return
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
