import { writeMarkdown } from '../../../core/rich-text/write-markdown.ts'
import { type Sentence, sentence } from '../../../core/text/sentence.ts'
import { commentBodySchema } from '../../../core/tickets/comments/comment.ts'
import type { IncomingMessage } from './read-message.ts'
import type { MessageDependencies, Received } from './received.ts'

type MessageBody = { body: string; mentions: string[] }

/** The text of a message as a comment. It may be empty beside files. @returns the text, or why it can't be a comment */
export async function bodyOf(
  { read }: Pick<MessageDependencies, 'read'>,
  { client, body: { team_id } }: Pick<Received, 'client' | 'body'>,
  { content, files }: Pick<IncomingMessage, 'content' | 'files'>,
): Promise<MessageBody | { refusal: Sentence }> {
  const { tree, mentions } = await read(client, team_id, content)
  const markdown = writeMarkdown(tree)
  const isEmpty = markdown.trim() === ''
  if (isEmpty) return files.length > 0 ? { body: '', mentions } : { refusal: noText }
  const text = commentBodySchema.safeParse(markdown)
  return text.success ? { body: text.data, mentions } : { refusal: tooLong }
}

const tooLong = sentence`This message is too long: the limit is 10,000 characters. Send it in parts.`
const noText = sentence`The desk can read no text in this message. Write it in words.`
