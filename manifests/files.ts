import { discordCommands } from '../bot/discord/commands/commands.ts'
import { slackManifest } from '../bot/slack/manifest/manifest.ts'

const asText = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

/** Slack's manifests for Socket Mode and for HTTP (replace `desk.example.com`), and Discord's commands. */
export const manifestFiles = () => [
  { file: 'slack-socket-mode.json', text: asText(slackManifest({})) },
  {
    file: 'slack-http.json',
    text: asText(slackManifest({ requestUrl: 'https://desk.example.com/slack/events' })),
  },
  { file: 'discord-commands.json', text: asText(discordCommands) },
]
