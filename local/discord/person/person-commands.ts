import { type APIApplicationCommandOptionChoice, InteractionType } from 'discord-api-types/v10'
import { interact, startInteraction } from '../start-interaction.ts'
import { waitUntil } from '../wait-until.ts'
import type { World } from '../world.ts'
import { messageCommandData, type OptionValues, slashCommandData } from './command-data.ts'
import { type ChannelChoice, patienceOf, type Seen } from './seen.ts'
import type { Sight } from './sight.ts'

/** The commands that a person gives. */
export const personCommands = (world: World, { personId, channelOf, messageOf }: Sight) => ({
  /** `command('reply', {text}, {channel})`, `command('duty on', {}, {channel})`. */
  command: async (path: string, options: OptionValues, where: ChannelChoice): Promise<Seen> => {
    const channel = channelOf(where.channel)
    const data = slashCommandData(world, path, options, personId, channel)
    const type = InteractionType.ApplicationCommand
    return interact(world, { type, personId, channel, data }, patienceOf(where.patience))
  },

  /** What is offered while the person types `focused`. */
  autocomplete: async (
    path: string,
    options: OptionValues,
    focused: string,
    where: ChannelChoice,
  ): Promise<APIApplicationCommandOptionChoice[]> => {
    const channel = channelOf(where.channel)
    const data = slashCommandData(world, path, options, personId, channel, focused)
    const type = InteractionType.ApplicationCommandAutocomplete
    const interaction = startInteraction(world, { type, personId, channel, data })
    await waitUntil(world, () => interaction.respondedWith !== undefined, 3000)
    if (!interaction.choices) throw new Error('Loading options failed')
    return interaction.choices
  },

  /** A command in a message's "Apps" menu. */
  messageCommand: async (name: string, which: ChannelChoice & { messageId: string }): Promise<Seen> => {
    const channel = channelOf(which.channel)
    const message = messageOf(which.messageId)
    if (message.data.channel_id !== channel.id) throw new Error(`${which.messageId} is not in ${channel.id}`)
    const data = messageCommandData(world, name, message, personId, channel)
    const type = InteractionType.ApplicationCommand
    return interact(world, { type, personId, channel, data }, patienceOf(which.patience))
  },
})
