import type { MessageMetadata } from '@slack/types'
import type { Workspace } from './create-workspace.ts'
import { type Control, controlsOf, showBlocks } from './show-blocks.ts'
import { showMrkdwn } from './show-text.ts'
import type { Channel, Message } from './workspace.ts'

export type SeenButton = {
  label: string
  actionId: string
  value: string | undefined
  style: string | undefined
}

/** A message as a person sees it, and what a test may want to know beside. */
export type SeenMessage = {
  ts: string
  /** The author's name. */
  from: string
  fromBot: boolean
  /** What a notification says: the text that replaces blocks where they cannot be shown. */
  text: string
  /** What is on the screen: the blocks if there are any, else the text. */
  shown: string
  /** Marked "(edited)" for people: a bot's message with blocks never is. */
  edited: boolean
  /** Whether it was ever changed, and what it was before, oldest first. */
  earlier: Message[]
  buttons: SeenButton[]
  blocks: Message['blocks']
  metadata: MessageMetadata | undefined
  reactions: string[]
  /** those that the app has added itself */
  appReactions: string[]
  /** Answers in its thread, in order. */
  replies: SeenMessage[]
}

function seenButton({ element }: Control): SeenButton {
  return {
    label: element.text?.text ?? element.action_id,
    actionId: element.action_id,
    value: element.value as string | undefined,
    style: element.style as string | undefined,
  }
}

/** A message's words on the screen. */
export function showMessage(
  workspace: Workspace,
  message: Pick<Message, 'text' | 'blocks' | 'bot_id' | 'files'>,
): string {
  const words =
    message.blocks?.length && message.bot_id
      ? showBlocks(workspace, message.blocks)
      : showMrkdwn(workspace, message.text)
  return [words, ...(message.files ?? []).map(({ name }) => `<file ${name}>`)].filter(Boolean).join('\n')
}

export function seenMessage(workspace: Workspace, channel: Channel, message: Message): SeenMessage {
  return {
    ts: message.ts,
    from: workspace.people.get(message.user)?.realName ?? message.user,
    fromBot: message.bot_id !== undefined,
    text: message.text,
    shown: showMessage(workspace, message),
    edited: message.edited !== undefined && !(message.bot_id && message.blocks?.length),
    earlier: channel.earlier.get(message.ts) ?? [],
    buttons: controlsOf(message.blocks)
      .filter(({ element }) => element.type === 'button')
      .map(seenButton),
    blocks: message.blocks,
    metadata: message.metadata,
    reactions: (message.reactions ?? []).map((reaction) => reaction.name),
    appReactions: (message.reactions ?? []).flatMap(({ name, users }) =>
      users.includes(workspace.app.botUserId) ? [name] : [],
    ),
    replies: workspace.replies(channel, message.ts).map((reply) => seenMessage(workspace, channel, reply)),
  }
}

export function seenMessages(workspace: Workspace, channel: Channel): SeenMessage[] {
  return channel.messages
    .filter(({ ts, thread_ts }) => !thread_ts || thread_ts === ts)
    .map((message) => seenMessage(workspace, channel, message))
}

const indented = (text: string, by: string) => text.replaceAll('\n', `\n${by}`)

function lines(message: SeenMessage, depth: string): string {
  const notification = message.shown === message.text ? '' : ` {${message.text}}`
  const marks = [message.edited ? ' (edited)' : '', ...message.reactions.map((name) => ` :${name}:`)].join('')
  const body = message.blocks?.length && message.fromBot ? `\n${message.shown}` : ` ${message.shown}`
  const own = `${depth}${message.from}:${notification}${indented(body, `${depth}  `)}${marks}`
  return [own, ...message.replies.map((reply) => lines(reply, `${depth}  > `))].join('\n')
}

/** A conversation in words: each message with its notification text in braces, its blocks, and its thread below it. */
export function transcript(messages: SeenMessage[]): string {
  return messages.map((message) => lines(message, '')).join('\n')
}
