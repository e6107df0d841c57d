import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType } from 'discord-api-types/v10'

/** Which ticket. Left out in a ticket's thread. */
export const ticketOption = {
  type: ApplicationCommandOptionType.String,
  name: 'ticket',
  description: 'Its number, or words of its title. Leave it out in the ticket’s thread',
  autocomplete: true,
  max_length: 100,
} as const satisfies APIApplicationCommandBasicOption

export const textOption = (name: string, description: string, max: number) =>
  ({
    type: ApplicationCommandOptionType.String,
    name,
    description,
    required: true,
    max_length: max,
  }) satisfies APIApplicationCommandBasicOption

/** An option whose values the desk suggests while somebody types. */
export const suggestedOption = (name: string, description: string) =>
  ({ ...textOption(name, description, 100), autocomplete: true }) satisfies APIApplicationCommandBasicOption

/** @param values a value and its name, in the order in which they are offered */
export const choiceOption = (name: string, description: string, values: Record<string, string>) =>
  ({
    type: ApplicationCommandOptionType.String,
    name,
    description,
    required: true,
    choices: Object.entries(values).map(([value, shown]) => ({ name: shown, value })),
  }) satisfies APIApplicationCommandBasicOption
