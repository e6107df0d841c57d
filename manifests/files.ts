import { discordCommands } from '../bot/discord/commands/commands.ts'
import { slackManifest } from '../bot/slack/manifest/manifest.ts'

const asText = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

/** For Socket Mode, and for signed HTTP where `desk.example.com` has to be replaced. */
export const manifestFiles = () => [
  { file: 'slack-socket-mode.json', text: asText(slackManifest({})) },
  {
    file: 'slack-http.json',
    text: asText(slackManifest({ requestUrl: 'https://desk.example.com/slack/events' })),
  },
  { file: 'discord-commands.json', text: asText(discordCommands) },
]
