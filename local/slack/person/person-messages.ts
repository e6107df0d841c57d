import type { SlackContext } from '../methods/method.ts'
import { react } from '../methods/reaction-methods.ts'
import type { Channel, Message, Person, SentFile } from '../workspace.ts'
import { escaped, typedText } from './typed-text.ts'

type Where = { channel?: string }

type Parts = {
  context: SlackContext
  person: Person
  changed: () => void
  /** the person's own conversation with the bot if no id is given */
  channelCalled: (id?: string) => Channel
  messageAt: (channel: Channel, ts: string) => Message
}

/** How one person writes, changes and deletes messages, and reacts to them. */
export function personMessages({ context, person, changed, channelCalled, messageAt }: Parts) {
  const { workspace, appEvents } = context
  const typedBlock = (block: ReturnType<typeof typedText>['block']) => ({
    ...block,
    block_id: workspace.nextId('b'),
  })

  /** Writes a message, or with `threadTs` an answer in a thread; the app hears of it as an event. Files need no text. */
  function reply({
    channel: id,
    threadTs,
    text,
    files = [],
  }: Where & { threadTs?: string | undefined; text: string; files?: SentFile[] }): Message {
    const channel = channelCalled(id)
    if (threadTs) messageAt(channel, threadTs)
    const typed = typedText(text)
    const message = workspace.post(channel, {
      user: person.id,
      text: typed.text,
      client_msg_id: crypto.randomUUID(),
      ...((text || files.length === 0) && { blocks: [typedBlock(typed.block)] }),
      ...(files.length > 0 && { files, subtype: 'file_share' as const }),
      ...(threadTs && { thread_ts: threadTs }),
    })
    appEvents.posted(channel, message)
    return message
  }

  /**
   * Forwards a message into a thread, with or without words of one's own. Slack sends the forwarded one as an
   * attachment, and no text or blocks when nothing was typed.
   */
  function forward({
    channel: id,
    threadTs,
    text = '',
    of,
  }: Where & { threadTs: string; text?: string; of: { author: string; text: string } }): Message {
    const channel = channelCalled(id)
    messageAt(channel, threadTs)
    const typed = typedText(text)
    const shared = {
      ts: workspace.nextTs(),
      author_name: of.author,
      text: escaped(of.text),
      fallback: `[May 4th, 2026 5:02 AM] ${of.author}: ${escaped(of.text)}`,
      mrkdwn_in: ['text' as const],
      is_share: true,
      from_url: 'https://acme.slack.com/archives/C9/p1777895000000000',
    }
    const message = workspace.post(channel, {
      user: person.id,
      text: typed.text,
      client_msg_id: crypto.randomUUID(),
      ...(text && { blocks: [typedBlock(typed.block)] }),
      attachments: [shared],
      thread_ts: threadTs,
    })
    appEvents.posted(channel, message)
    return message
  }

  function edit({ channel: id, ts, text }: Where & { ts: string; text: string }): Message {
    const channel = channelCalled(id)
    const before = messageAt(channel, ts)
    if (before.user !== person.id)
      throw new Error(`${person.realName} cannot edit what ${before.user} wrote.`)
    const typed = typedText(text)
    const message = {
      ...before,
      text: typed.text,
      blocks: [typedBlock(typed.block)],
      edited: { user: person.id, ts: workspace.nextTs() },
    }
    workspace.edit(channel, before, message)
    appEvents.changed(channel, message, before)
    return message
  }

  function remove({ channel: id, ts }: Where & { ts: string }) {
    const channel = channelCalled(id)
    const before = messageAt(channel, ts)
    if (before.user !== person.id)
      throw new Error(`${person.realName} cannot delete what ${before.user} wrote.`)
    workspace.remove(channel, before)
    appEvents.deleted(channel, before)
  }

  function addReaction({ channel: id, ts, name }: Where & { ts: string; name: string }) {
    const channel = channelCalled(id)
    const message = messageAt(channel, ts)
    if (react(message, person.id, name, true)) appEvents.reacted(channel, message, person.id, name)
    workspace.keep(channel, message)
    changed()
  }

  /** The app hears of it as `reaction_removed`, if it is subscribed. */
  function removeReaction({ channel: id, ts, name }: Where & { ts: string; name: string }) {
    const channel = channelCalled(id)
    const message = messageAt(channel, ts)
    if (react(message, person.id, name, false)) appEvents.unreacted(channel, message, person.id, name)
    workspace.keep(channel, message)
    changed()
  }

  return { reply, forward, edit, remove, addReaction, removeReaction }
}
