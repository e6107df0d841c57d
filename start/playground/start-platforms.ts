import path from 'node:path'
import { slackManifest } from '../../bot/slack/manifest/manifest.ts'
import { startDiscord } from '../../local/discord/start-discord.ts'
import { createFiles } from '../../local/playground/server/files.ts'
import { openRecords, type RecordsFile } from '../../local/records.ts'
import type { FileContents } from '../../local/slack/file-contents.ts'
import { startSlack } from '../../local/slack/slack.ts'
import type { LocalPlatforms } from './choose-platforms.ts'
import {
  admin,
  colleagues,
  deskChannels,
  employees,
  generalChannel,
  guild,
  helpChannel,
  member,
  moderators,
  moderatorsChannel,
  moderatorsInSlack,
  officeChannel,
  workspace,
} from './people.ts'
import { keptSecrets } from './secrets.ts'

/** The page shows the latest calls that a platform refused; older ones would only fill memory. */
const remembers = 500

export const recordsFile = (dataFolder: string) => path.join(dataFolder, 'playground', 'records.db')

export type Platforms = Awaited<ReturnType<typeof startPlatforms>>

/** Starts the local platforms with their people, and with the conversations of earlier starts. */
export async function startPlatforms(dataFolder: string, chosen: LocalPlatforms) {
  const records = openRecords(recordsFile(dataFolder))
  const secrets = keptSecrets(records)
  const [slack, discord] = await Promise.all([
    chosen.slack ? localSlack(records, secrets.slack, filesFolder(dataFolder), chosen) : undefined,
    chosen.discord ? localDiscord(records, secrets.discord, chosen.discord, chosen) : undefined,
  ])
  slack?.goOn()
  return {
    slack,
    discord,
    alone: chosen.alone,
    records,
    secrets,
    /** what configures the desk's adapters for them */
    settings: {
      ...(slack && {
        slack: {
          botToken: slack.botToken,
          appToken: slack.appToken,
          signingSecret: undefined,
          apiUrl: slack.url,
          admits: 'guests' as const,
          moderatorsChannel: moderatorsChannel.id,
          // The local Slack takes messages as fast as they come.
          messagesPerSecond: 50,
          signIn: undefined,
        },
      }),
      ...(discord && {
        discord: {
          token: secrets.discord,
          guildId: guild.guildId,
          channelId: discord.channelId,
          apiUrl: discord.apiUrl,
          onDutyRole: undefined,
        },
      }),
    },
    /** for the terminal */
    descriptions: {
      ...(slack && { slack: 'a local Slack, in the playground' }),
      ...(discord && { discord: 'a local Discord, in the playground' }),
    },
    async stop() {
      await Promise.all([slack?.close(), discord?.close()])
      records.close()
    },
  }
}

type SlackKeys = { botToken: string; appToken: string; signingSecret: string }

/** The files that people send are shown by the page, too. */
export const filesFolder = (dataFolder: string) => path.join(dataFolder, 'playground', 'files')

/** Keeps what people send in Slack in a folder of which the page shows it. */
export function contentsIn(folder: string): FileContents {
  const files = createFiles(folder)
  return {
    keep: ({ mimetype, content }) => files.write(mimetype, content),
    read: async (id) => (await files.read(id, ''))?.content,
  }
}

async function localSlack(records: RecordsFile, keys: SlackKeys, folder: string, chosen: LocalPlatforms) {
  const { features, oauth_config, settings } = slackManifest()
  const slack = await startSlack({
    ...keys,
    team: workspace,
    scopes: oauth_config?.scopes?.bot ?? [],
    events: settings?.event_subscriptions?.bot_events ?? [],
    commands: features?.slash_commands ?? [],
    shortcuts: features?.shortcuts ?? [],
    contents: contentsIn(folder),
    records,
    remembers,
  })
  const onSlack = moderatorsInSlack(chosen)
  const everybody = [...employees, ...onSlack, ...colleagues]
  for (const { slack: id, handle, name, email } of everybody)
    slack.addPerson({ id, name: handle, realName: name, email })
  for (const channel of [generalChannel, officeChannel])
    slack.addChannel({ ...channel, members: everybody.map((person) => person.slack) })
  slack.addChannel({ ...moderatorsChannel, members: onSlack.map((person) => person.slack) })
  return slack
}

async function localDiscord(
  records: RecordsFile,
  token: string,
  kind: keyof typeof deskChannels,
  { alone }: LocalPlatforms,
) {
  const isAlone = alone === 'discord'
  const staff = [...moderators, { ...admin, handle: admin.key }]
  const discord = await startDiscord({
    ...{ ...guild, channelId: deskChannels[kind], token, records, remembers },
    ...(isAlone && { members: staff.map((person) => person.discord), channels: [helpChannel] }),
    // The desk makes the tags that it needs.
    ...(kind === 'forum' && { forum: { tags: [], requiresTag: false } }),
  })
  const inDiscord = [...(isAlone ? employees : []), ...staff, member]
  for (const { discord: id, handle, name } of inDiscord)
    discord.addPerson({ id, username: handle, globalName: name })
  return discord
}
