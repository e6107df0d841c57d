import { ButtonStyle, ComponentType, type RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10'

/** The custom id of the panel's button. Never change it: panels keep theirs for years. */
export const panelButtonId = 'open-new-ticket'

const deskColour = 0x5b47d6
const usualText =
  'Something does not work, or you need something? File a ticket. Only you and the desk see it.'

/** The message whose button opens the form for a new ticket. @param text what an admin wrote, as Discord's Markdown */
export const panelMessage = (text: string | null) =>
  ({
    embeds: [{ title: 'How can we help?', description: text ?? usualText, color: deskColour }],
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.Button,
            style: ButtonStyle.Primary,
            label: 'File a ticket',
            custom_id: panelButtonId,
          },
        ],
      },
    ],
    allowed_mentions: { parse: [] },
  }) satisfies RESTPostAPIChannelMessageJSONBody
