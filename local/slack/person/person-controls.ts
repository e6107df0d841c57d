import { type Action, messageAction } from '../interactions.ts'
import type { SlackContext } from '../methods/method.ts'
import { type Control, controlsOf } from '../show-blocks.ts'
import type { createResponseUrls } from '../transport/response-urls.ts'
import type { Channel, Message, Person } from '../workspace.ts'
import { type Answer, type Field, stateOf } from './form.ts'
import type { ChannelChoice, Interact, Outcome } from './outcome.ts'
import type { Sight } from './sight.ts'

type Target = ChannelChoice & { ts?: string; blockId?: string; actionId?: string; label?: string }

type Options = {
  context: SlackContext
  person: Person
  sight: Sight
  responseUrls: ReturnType<typeof createResponseUrls>
  interact: Interact
}

/** What a person does to the buttons and menus of a message. */
export function personControls({ context, person, sight, responseUrls, interact }: Options) {
  const { workspace, views } = context
  const { channelCalled, messageAt, ephemeralMessages, sees } = sight

  /** The control that is meant, on the message given or the latest one that has it. */
  function controlOn({ channel: id, ts, blockId, actionId, label }: Target): {
    channel: Channel
    message: Message
    control: Control
  } {
    const channel = channelCalled(id)
    const ephemeral = ephemeralMessages().filter((one) => one.channel === channel.id)
    const given = ts ? [ephemeral.find((one) => one.ts === ts) ?? messageAt(channel, ts)] : undefined
    for (const message of given ?? [...channel.messages, ...ephemeral].toReversed())
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
    const triggerId = views.trigger(person.id)
    const responseUrl = responseUrls.urlFor(channel, person.id, message)
    return interact(
      messageAction(workspace, person, {
        ...{ channel, message, action, triggerId, responseUrl },
        isEphemeral: ephemeralMessages().some((one) => one.ts === message.ts),
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

  return { clickButton, choose }
}
