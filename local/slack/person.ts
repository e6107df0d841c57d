import type { createDelivery } from './deliver.ts'
import { type Answer, type Field, stateOf } from './form.ts'
import {
  type Action,
  globalShortcut,
  messageAction,
  messageShortcut,
  slashCommand,
  viewAction,
} from './interactions.ts'
import type { Desk } from './method.ts'
import { createModal, type Modal } from './modal.ts'
import { personsMessages } from './person-messages.ts'
import type { createResponseUrls } from './response-urls.ts'
import { isFields } from './schema.ts'
import { type Control, controlsOf, showBlocks } from './show-blocks.ts'
import { seenMessages, showMessage, transcript } from './transcript.ts'
import type { Ack } from './transport.ts'
import { escaped } from './typed-text.ts'
import type { StoredView } from './views.ts'
import type { Channel, Message, Person } from './workspace.ts'

/** An ack, and what the person sees when it went wrong. */
export type Outcome = Ack & { userSees: string | undefined }

export type Where = { channel?: string }

type Options = {
  desk: Desk
  delivery: ReturnType<typeof createDelivery>
  responseUrls: ReturnType<typeof createResponseUrls>
  whispers: Map<string, (Message & { channel: string })[]>
  taken: Set<string>
  /** slash commands that there are; undefined: any */
  commands: string[] | undefined
  changed: () => void
  waitFor: <T>(
    find: () => T | undefined | false,
    options: { timeoutMs?: number; what?: string },
  ) => Promise<T>
}

export type Actor = ReturnType<ReturnType<typeof createPersons>>

/** What people do in Slack: `as(id)` gives one of them hands and eyes. */
export function createPersons({
  desk,
  delivery,
  responseUrls,
  whispers,
  taken,
  commands,
  changed,
  waitFor,
}: Options) {
  const { workspace, views, happened } = desk

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
    async function command(name: string, text = '', { channel: id }: Where = {}): Promise<Outcome> {
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

    type Target = Where & { ts?: string; blockId?: string; actionId?: string; label?: string }

    /** The control that is meant, on the message given or the latest one that has it. */
    function controlOn({ channel: id, ts, blockId, actionId, label }: Target): {
      channel: Channel
      message: Message
      control: Control
    } {
      const channel = channelCalled(id)
      const alone = whispered().filter((one) => one.channel === channel.id)
      const given = ts ? [alone.find((one) => one.ts === ts) ?? messageAt(channel, ts)] : undefined
      for (const message of given ?? [...channel.messages, ...alone].toReversed())
        for (const control of controlsOf(message.blocks))
          if (
            (blockId === undefined || control.blockId === blockId) &&
            (actionId ? control.element.action_id === actionId : control.element.text?.text === label)
          )
            return { channel, message, control }
      throw new Error(
        `${person.realName} sees no ${actionId ?? `[${label}]`} in:\n${sees({ channel: channel.id })}`,
      )
    }

    async function act(target: Target, more: (control: Control) => object): Promise<Outcome> {
      const { channel, message, control } = controlOn(target)
      const { type, action_id } = control.element
      const action: Action = { type, action_id, block_id: control.blockId, ...more(control) }
      const triggerId = views.trigger(userId)
      const responseUrl = responseUrls.urlFor(channel, userId, message)
      return interact(
        messageAction(workspace, person, {
          ...{ channel, message, action, triggerId, responseUrl },
          isEphemeral: whispered().some((one) => one.ts === message.ts),
        }),
      )
    }

    /** Presses a button on a message. */
    const clickButton = (target: Target): Promise<Outcome> =>
      act(target, ({ element }) => ({
        text: element.text,
        ...(element.value !== undefined && { value: element.value }),
        ...(element.style !== undefined && { style: element.style }),
        ...(element.url !== undefined && { url: element.url }),
      }))

    /** Chooses in a menu, date picker or the like on a message. */
    const choose = ({ value, ...target }: Target & { value: Answer }): Promise<Outcome> =>
      act(target, ({ element, blockId }) => {
        const field: Field = { blockId, label: element.action_id, required: false, element }
        const { type: _, ...chosen } = stateOf(field, value)
        return chosen
      })

    /** A shortcut: of a message when `ts` is given, else a global one. */
    async function shortcut(
      callbackId: string,
      { channel: id, ts }: Where & { ts?: string } = {},
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

    /** Opens the App Home. */
    function openHome() {
      const view = views.home(userId)
      happened.homeOpened(own, userId, view)
    }

    /** The App Home in words; empty before the app has published one. */
    function home(): string {
      const view = views.home(userId)
      return view ? showBlocks(workspace, view.blocks) : ''
    }

    /** Presses a button in the App Home. */
    async function clickHome({
      blockId,
      actionId,
      value,
    }: {
      blockId?: string
      actionId: string
      value?: string
    }): Promise<Outcome> {
      const view = views.home(userId)
      const control = controlsOf(view?.blocks).find(
        (one) =>
          one.element.action_id === actionId &&
          (blockId === undefined || one.blockId === blockId) &&
          (value === undefined || one.element.value === value),
      )
      if (!view || !control) throw new Error(`${person.realName} sees no ${actionId} in the home:\n${home()}`)
      const { type, action_id, text } = control.element
      const action = { type, action_id, block_id: control.blockId, text, value: control.element.value }
      const triggerId = views.trigger(userId)
      return interact(viewAction(workspace, person, { view, values: {}, action, triggerId }))
    }

    /** What only this person was told, in the order it came. */
    const whispered = () => whispers.get(userId) ?? []

    /** Takes a message that only this person sees off the screen. */
    function dismiss(ts: string) {
      whispers.set(
        userId,
        whispered().filter((message) => message.ts !== ts),
      )
      changed()
    }

    /** The conversation in words, with what only this person sees at its end. */
    function sees({ channel: id }: Where = {}): string {
      const channel = channelCalled(id)
      const alone = whispered()
        .filter((message) => message.channel === channel.id)
        .map((message) => `(only to you) ${showMessage(workspace, message)}`)
      return [transcript(seenMessages(workspace, channel)), ...alone].filter(Boolean).join('\n')
    }

    return {
      id: userId,
      dm: own.id,
      command,
      modal,
      openModal,
      clickButton,
      choose,
      ...personsMessages({ desk, person, changed, channelCalled, messageAt }),
      shortcut,
      openHome,
      home,
      clickHome,
      whispered,
      dismiss,
      sees,
    }
  }
}
