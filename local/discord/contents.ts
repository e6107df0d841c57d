import { createHash } from 'node:crypto'
import type { APIAttachment, APIMessage } from 'discord-api-types/v10'
import type { Content, World } from './world.ts'

/** https://discord.com/developers/docs/reference#uploading-files: the limit of each file, and of files in a message. */
export const maxFileBytes = 10 * 1024 * 1024
export const maxFiles = 10

const linkLifetimeSeconds = 24 * 3_600

/** Keeps a file's content. @returns its id, by which a message lists it */
export function keepContent(world: World, content: Content): string {
  const id = world.nextId()
  world.contents.set(id, content)
  return id
}

const signatureOf = (id: string, until: string) => createHash('sha256').update(`${id}:${until}`).digest('hex')

/** A message as the bot gets it: its files have signed addresses, which end after a day. */
export function withFileUrls<Message extends APIMessage>(world: World, message: Message): Message {
  if (message.attachments.length === 0) return message
  return {
    ...message,
    attachments: message.attachments.map((file) => withUrl(world, message.channel_id, file)),
  }
}

/** A file as the bot gets it. @param place the channel, or what stands for it in the address */
export function withUrl(world: World, place: string, file: APIAttachment): APIAttachment {
  if (!world.contents.has(file.id)) return file
  const now = Math.floor(Date.now() / 1_000)
  const until = (now + linkLifetimeSeconds).toString(16)
  const signed = `ex=${until}&is=${now.toString(16)}&hm=${signatureOf(file.id, until)}`
  const url = `${world.cdn}/attachments/${place}/${file.id}/${encodeURIComponent(file.filename)}?${signed}`
  return { ...file, url, proxy_url: url }
}

/** The file at a signed address; undefined where Discord's CDN answers 404. */
export function contentAt(world: World, url: URL): Content | undefined {
  const [, , , id = ''] = url.pathname.split('/')
  const until = url.searchParams.get('ex') ?? ''
  const isValid = url.searchParams.get('hm') === signatureOf(id, until)
  return isValid && Number.parseInt(until, 16) * 1_000 > Date.now() ? world.contents.get(id) : undefined
}
