import type { AppsManifestCreateArguments } from '@slack/web-api'

/** The types of an app manifest's parts: https://docs.slack.dev/reference/app-manifest */
export type Manifest = AppsManifestCreateArguments['manifest']
type Features = NonNullable<Manifest['features']>
export type SlashCommand = NonNullable<Features['slash_commands']>[number]
export type Shortcut = NonNullable<Features['shortcuts']>[number]
type Settings = NonNullable<Manifest['settings']>
export type BotEvent = NonNullable<NonNullable<Settings['event_subscriptions']>['bot_events']>[number]
