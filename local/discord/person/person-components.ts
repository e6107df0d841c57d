import { ComponentType, InteractionType } from 'discord-api-types/v10'
import { type Button, findButtons, findSelects, type Select } from '../messages/message-parts.ts'
import { interact } from '../start-interaction.ts'
import { messageText } from '../transcript.ts'
import type { Channel, StoredMessage, World } from '../world.ts'
import { type ChannelChoice, patienceOf, type Seen } from './seen.ts'
import type { Sight } from './sight.ts'

export type WhichComponent = ChannelChoice & {
  /** Default: the newest message in the channel that has such a component. */
  messageId?: string
  customId?: string
  customIdMatching?: RegExp
  label?: string | RegExp
}

/** What a person presses and chooses in messages. */
export function personComponents(world: World, sight: Sight) {
  const { personId } = sight

  function press(which: WhichComponent, { channel, message }: Located, data: object): Promise<Seen> {
    const type = InteractionType.MessageComponent
    const sourceMessageId = message.data.id
    return interact(world, { type, personId, channel, data, sourceMessageId }, patienceOf(which.patience))
  }

  return {
    clickButton: async (which: WhichComponent): Promise<Seen> => {
      const { part, ...at } = locate(sight, which, ({ data }) =>
        findButtons(data).find((button) => isWantedButton(which, button) && !button.url),
      )
      return press(which, at, { component_type: ComponentType.Button, custom_id: part.customId })
    },
    select: async (which: WhichComponent & { values: string[] }): Promise<Seen> => {
      const { part, ...at } = locate(sight, which, ({ data }) =>
        findSelects(data).find((select) => isWantedSelect(which, select)),
      )
      const { values } = which
      assertOffered(part, values)
      return press(which, at, { component_type: part.type, custom_id: part.customId, values })
    },
  }
}

type Located = { channel: Channel; message: StoredMessage }

/** Runs `find` over the messages that may carry the component, the newest first. */
function locate<Part extends { disabled: boolean }>(
  { personId, channelOf, messageOf, messagesIn }: Sight,
  { channel: id, messageId, ...rest }: WhichComponent,
  find: (message: StoredMessage) => Part | undefined,
): Located & { part: Part } {
  const channel = channelOf(id)
  const messages = messageId ? [messageOf(messageId)] : messagesIn(channel).reverse()
  for (const message of messages) {
    const part = find(message)
    if (part?.disabled) throw new Error(`This component is disabled: ${JSON.stringify(part)}`)
    if (part && message.data.channel_id === channel.id) return { channel, message, part }
  }
  const wanted = String(rest.label ?? rest.customIdMatching)
  const shown = messages.map(({ data }) => messageText(data).join('\n')).join('\n---\n')
  throw new Error(`${personId} finds nothing to press for ${wanted} in ${channel.id}. It shows:\n${shown}`)
}

/** A label given as text is the whole label, but for emoji before it. */
function isWantedButton({ label, customId, customIdMatching }: WhichComponent, button: Button): boolean {
  if (customId !== undefined) return customId === button.customId
  if (label === undefined && !customIdMatching) throw new Error('Say which button: label or customIdMatching')
  const words = button.label.replace(/^[^\p{L}\p{N}]+/u, '')
  const fits =
    label === undefined ||
    (typeof label === 'string' ? button.label === label || words === label : label.test(button.label))
  return fits && (!customIdMatching || customIdMatching.test(button.customId))
}

const isWantedSelect = ({ customId, customIdMatching }: WhichComponent, select: Select) =>
  customId ? select.customId === customId : customIdMatching?.test(select.customId)

function assertOffered({ values: offered, minValues, maxValues }: Select, values: string[]) {
  const unknown = values.find((value) => offered.length > 0 && !offered.includes(value))
  if (unknown !== undefined) throw new Error(`It offers ${offered.join(', ')}, not "${unknown}"`)
  if (values.length < minValues || values.length > maxValues)
    throw new Error(`It takes ${minValues} to ${maxValues} values`)
}
