import type { APIEmbed, RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10'
import { refusedFiles } from '../../../core/attachments/refused-files.ts'
import { splitMarkdown } from '../../../core/rich-text/split-markdown.ts'
import { joined, type Sentence, sentence } from '../../../core/text/sentence.ts'
import type { Comment } from '../../../core/tickets/comments/comment.ts'
import { discordMarkdown } from '../text/write-discord.ts'
import { inMarkdown, inPlain } from './sentence.ts'

const requesterColour = 0x2e90fa
const deskColour = 0x5b47d6
/** An embed's description has at most 4,096 characters. */
const maxPart = 4_000
/** A field has at most 1,024. */
const maxField = 1_000

/**
 * @property alert a Discord user id: only they are pinged @property icon the URL of the author's picture
 * @property reader who reads it; default: staff @property reactions who reacted to it elsewhere
 */
type Extras = {
  alert?: string | undefined
  icon?: string | undefined
  reader?: 'requester' | undefined
  reactions?: readonly Sentence[]
}

/**
 * A comment from another surface, shown in the ticket's thread: in several messages if it is long. Each embed carries
 * the comment's timestamp to the millisecond, so that a later try can find the message.
 */
export function commentMessages(comment: Comment, extras: Extras = {}) {
  const parts = partsOf(comment)
  return parts.map((_, index) => partMessage(comment, parts, index, extras))
}

/** The first message that shows a comment. */
export const commentMessage = (comment: Comment, extras: Extras = {}) =>
  partMessage(comment, partsOf(comment), 0, extras)

function partsOf({ body }: Comment) {
  const parts = splitMarkdown(discordMarkdown(body), maxPart)
  return parts.length > 0 ? parts : ['']
}

function partMessage(comment: Comment, parts: string[], index: number, extras: Extras) {
  const { alert, icon, reader, reactions = [] } = extras
  const isPinged = alert !== undefined && index === 0
  const embed: APIEmbed = {
    author: {
      name: authorLine(comment, index, parts.length),
      ...(icon ? { icon_url: icon } : {}),
    },
    description: parts[index] ?? '',
    color: comment.fromRequester ? requesterColour : deskColour,
    ...(index === 0 ? fieldsOf(comment, reactions) : {}),
    footer: { text: inPlain(reader ? forRequester : footerOf(comment), 300) },
    timestamp: comment.createdAt.toISOString(),
  }
  return {
    ...(isPinged ? { content: `<@${alert}>` } : {}),
    embeds: [embed],
    allowed_mentions: isPinged ? { users: [alert] } : { parse: [] },
  } satisfies RESTPostAPIChannelMessageJSONBody
}

/** Below the first part: which files did not arrive, and who reacted elsewhere. */
function fieldsOf({ files }: Comment, reactions: readonly Sentence[]): Pick<APIEmbed, 'fields'> {
  const refused = refusedFiles(files)
  const fields = [
    ...(refused ? [{ name: 'Files', words: refused }] : []),
    ...(reactions.length > 0 ? [{ name: 'Reactions', words: joined(reactions, '\n') }] : []),
  ]
  return fields.length > 0
    ? { fields: fields.map(({ name, words }) => ({ name, value: inMarkdown(words, maxField) })) }
    : {}
}

/** A part of the comment when Discord refuses its text. */
export const plainComment = (comment: Comment, index: number, extras: Extras) =>
  partMessage(
    comment,
    partsOf(comment).map(() => 'Discord refuses to show this text. Read it in the console.'),
    index,
    extras,
  )

function authorLine({ author, fromRequester }: Comment, index: number, parts: number): string {
  const name = inPlain(fromRequester ? sentence`${author.name} (requester)` : sentence`${author.name}`, 200)
  return index > 0 ? `${name}, part ${index + 1} of ${parts}` : name
}

const forRequester = sentence`Reply to this message to answer.`

const footerOf = ({ fromRequester, author, surface }: Comment): Sentence =>
  fromRequester
    ? sentence`Reply to this message to answer ${author.name}.`
    : sentence`Sent to the requester from ${surface === 'web' ? 'the console' : surfaceNames[surface]}.`

const surfaceNames = {
  slack: 'Slack',
  discord: 'Discord',
  api: 'the API',
  mail: 'e-mail',
  desk: 'the desk',
} as const

/** Which part of the comment an embed shows, from 0. Null: none. */
export function partNumberOf(embed: APIEmbed, comment: Pick<Comment, 'createdAt'>): number | null {
  const { timestamp, author } = embed
  if (timestamp === undefined || Date.parse(timestamp) !== comment.createdAt.getTime()) return null
  return Number(/, part (\d+) of \d+$/.exec(author?.name ?? '')?.[1] ?? 1) - 1
}
