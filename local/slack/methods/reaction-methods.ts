import { emojiNamed } from '../emoji-codes.ts'
import { failure } from '../failure.ts'
import type { Message } from '../workspace.ts'
import { type Arguments, requiredText } from './arguments.ts'
import { type Method, ownChannel, type SlackContext } from './method.ts'

/** With how many emoji one person may react to a message: https://docs.slack.dev/reference/methods/reactions.add#errors */
const maxOwn = 23

/** Adds or takes away one person's reaction; false when there is nothing to change. */
export function react(message: Message, userId: string, name: string, add: boolean): boolean {
  const others = (message.reactions ?? []).filter((reaction) => reaction.name !== name)
  const before = message.reactions?.find((reaction) => reaction.name === name)?.users ?? []
  if (before.includes(userId) === add) return false
  const users = add ? [...before, userId] : before.filter((id) => id !== userId)
  message.reactions = users.length > 0 ? [...others, { name, users, count: users.length }] : others
  return true
}

export function reactionMethods({ workspace, appEvents }: SlackContext): Record<string, Method> {
  const { botUserId } = workspace.app

  const reacting = (add: boolean) => (args: Arguments) => {
    const channel = ownChannel(workspace, requiredText(args, 'channel', 'channel_not_found'))
    const name = requiredText(args, 'name', 'invalid_name')
    if (!/^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/.test(name) || !emojiNamed(name)) throw failure('invalid_name')
    const message = workspace.find(channel.id, requiredText(args, 'timestamp', 'message_not_found'))
    if (!message) throw failure('message_not_found')
    const own = (message.reactions ?? []).filter(({ users }) => users.includes(botUserId))
    if (add && own.length >= maxOwn && !own.some((one) => one.name === name))
      throw failure('too_many_reactions')
    if (!react(message, botUserId, name, add)) throw failure(add ? 'already_reacted' : 'no_reaction')
    workspace.keep(channel, message)
    if (add) appEvents.reacted(channel, message, botUserId, name)
    else appEvents.unreacted(channel, message, botUserId, name)
    return {}
  }

  return {
    'reactions.add': { scopes: ['reactions:write'], run: reacting(true) },
    'reactions.remove': { scopes: ['reactions:write'], run: reacting(false) },
  }
}
