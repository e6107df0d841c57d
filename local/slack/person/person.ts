import { globalShortcut, messageShortcut, slashCommand } from '../interactions.ts'
import type { SlackContext } from '../methods/method.ts'
import { isFields } from '../schemas/schema.ts'
import { seenMessages, showMessage, transcript } from '../transcript.ts'
import type { createDelivery } from '../transport/deliver.ts'
import type { createResponseUrls } from '../transport/response-urls.ts'
import type { StoredView } from '../views.ts'
import type { Channel, Message, Person } from '../workspace.ts'
import { createModal, type Modal } from './modal.ts'
import type { ChannelChoice, Outcome } from './outcome.ts'
import { personControls } from './person-controls.ts'
import { personHome } from './person-home.ts'
import { personMessages } from './person-messages.ts'
import { escaped } from './typed-text.ts'

type Options = {
  context: SlackContext
  delivery: ReturnType<typeof createDelivery>
  responseUrls: ReturnType<typeof createResponseUrls>
  taken: Set<string>
  /** the slash commands that Slack knows; undefined: any */
  commands: string[] | undefined
  changed: () => void
  waitFor: <T>(
    find: () => T | undefined | false,
    options: { timeoutMs?: number; what?: string },
  ) => Promise<T>
}

export type Actor = ReturnType<ReturnType<typeof createPeople>>

/** What people do in Slack: `as(id)` gives one of them hands and eyes. */
export function createPeople({
  context,
  delivery,
  responseUrls,
  taken,
  commands,
  changed,
  waitFor,
}: Options) {
  const { workspace, views, ephemeral } = context

  function known(userId: string): Person {
    const person = workspace.people.get(userId)
    if (person && !person.isBot) return person
    throw new Error(`Nobody has the id ${userId}: addPerson first.`)
  }

  return function as(userId: string) {
    const person = known(userId)
    const own = workspace.dm(person.id)

    const channelCalled = (id = own.id): Channel => {
      const channel = workspace.channels.get(id)
      if (!channel?.members.has(userId)) throw new Error(`${person.realName} is not in ${id}.`)
      return channel
    }

    const messageAt = (channel: Channel, ts: string): Message => {
      const message = workspace.find(channel.id, ts)
      if (!message) throw new Error(`There is no message ${ts} in:\n${sees({ channel: channel.id })}`)
      return message
    }

    async function interact(delivered: Parameters<typeof delivery.interaction>[0]): Promise<Outcome> {
      const ack = await delivery.interaction(delivered)
      return { ...ack, userSees: ack.acked ? undefined : 'This app did not respond. Try again?' }
    }

    /** Types a slash command in a channel; by default in the direct messages with the bot. */
    async function command(name: string, text = '', { channel: id }: ChannelChoice = {}): Promise<Outcome> {
      const channel = channelCalled(id)
      if (commands && !commands.includes(name))
        throw new Error(`${name} is not a valid command. In Slack, all slash commands start with "/".`)
      const triggerId = views.trigger(userId)
      const responseUrl = responseUrls.urlFor(channel, userId)
      const sent = slashCommand(workspace, person, {
        command: name,
        text: escaped(text),
        channel,
        triggerId,
        responseUrl,
      })
      const ack = await delivery.interaction(sent)
      if (!ack.acked) {
        const error = ack.failure === 'timeout' ? 'operation_timeout' : 'dispatch_failed'
        return { ...ack, userSees: `${name} failed with the error "${error}"` }
      }
      const body = isFields(ack.body)
        ? ack.body
        : ack.body === undefined
          ? undefined
          : { text: String(ack.body) }
      if (body) responseUrls.say(channel, userId, body)
      return { ...ack, userSees: body && String(body.text ?? '') }
    }

    /** Waits for a modal that was not returned before, and gives it. */
    async function modal({
      timeoutMs = 3000,
      callbackId,
    }: {
      timeoutMs?: number
      callbackId?: string
    } = {}): Promise<Modal> {
      const what = `a modal${callbackId ? ` ${callbackId}` : ''} for ${person.realName}`
      const shown = await waitFor(
        () => {
          const top = views.top(userId)
          return top && !taken.has(top.id) && (!callbackId || top.callback_id === callbackId) && top
        },
        { timeoutMs, what },
      )
      taken.add(shown.id)
      return modalOf(shown)
    }

    const modalOf = (shown: StoredView) =>
      createModal({ workspace, views, person, shown, deliver: delivery.interaction })

    /** The topmost open modal, which must be the one that is meant. */
    function openModal(viewId: string): Modal {
      const top = views.top(userId)
      if (top?.id !== viewId) throw new Error(`${person.realName} sees no modal ${viewId}.`)
      return modalOf(top)
    }

    /** A shortcut: of a message when `ts` is given, else a global one. */
    async function shortcut(
      callbackId: string,
      { channel: id, ts }: ChannelChoice & { ts?: string } = {},
    ): Promise<Outcome> {
      const triggerId = views.trigger(userId)
      if (!ts) return interact(globalShortcut(workspace, person, { callbackId, triggerId }))
      const channel = channelCalled(id)
      const message = messageAt(channel, ts)
      const responseUrl = responseUrls.urlFor(channel, userId, message)
      return interact(
        messageShortcut(workspace, person, {
          callbackId,
          channel,
          message,
          triggerId,
          responseUrl,
        }),
      )
    }

    /** What only this person was told, in the order it came. */
    const ephemeralMessages = () => ephemeral.of(userId)

    /** Takes a message that only this person sees off the screen. */
    const dismiss = (ts: string) => ephemeral.remove(userId, ts)

    /** The conversation in words, with what only this person sees at its end. */
    function sees({ channel: id }: ChannelChoice = {}): string {
      const channel = channelCalled(id)
      const ephemeralHere = ephemeralMessages()
        .filter((message) => message.channel === channel.id)
        .map((message) => `(only to you) ${showMessage(workspace, message)}`)
      return [transcript(seenMessages(workspace, channel)), ...ephemeralHere].filter(Boolean).join('\n')
    }

    return {
      id: userId,
      dm: own.id,
      command,
      modal,
      openModal,
      ...personControls({
        context,
        person,
        responseUrls,
        channelCalled,
        messageAt,
        ephemeralMessages,
        sees,
        interact,
      }),
      ...personMessages({ context, person, changed, channelCalled, messageAt }),
      shortcut,
      ...personHome({ context, person, interact }),
      ephemeralMessages,
      dismiss,
      sees,
    }
  }
}
