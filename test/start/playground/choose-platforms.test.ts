import { expect, test } from 'vitest'
import { readConfiguration } from '../../../core/configuration/configuration.ts'
import { choosePlatforms } from '../../../start/playground/choose-platforms.ts'

const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }
const discord = {
  DISCORD_TOKEN: 'token',
  DISCORD_GUILD_ID: '100000000000000001',
  DISCORD_CHANNEL_ID: '100000000000000002',
}
const mongodb = { MONGODB_URI: 'mongodb://localhost/desk' }
const on = { DESK_PLAYGROUND: '1' }
const only = (platforms: string) => ({ DESK_PLAYGROUND_PLATFORMS: platforms })
const off = { DESK_PLAYGROUND: '0' }
const production = {
  NODE_ENV: 'production',
  JWT_SECRET: 'a secret of more than thirty-two bytes',
  APP_URL: 'https://desk.example.com',
  INNGEST_EVENT_KEY: 'key',
  INNGEST_SIGNING_KEY: 'key',
  MAILTRAP_SMTP_HOST: 'mail.example.com',
  ...mongodb,
}

const fresh = { hasPlayground: false, isNew: true }
const used = { hasPlayground: false, isNew: false }
const played = { hasPlayground: true, isNew: false }
const both = { slack: true, discord: 'text', alone: null }

test.each([
  ['nothing configured, first start', {}, fresh, both],
  ['nothing configured, a later start', {}, played, both],
  ['a desk of an earlier version, which people work with', {}, used, null],
  ['the same, asked for it', on, used, both],
  ['a database is configured, so others may use it', mongodb, fresh, null],
  ['the same, asked for it', { ...mongodb, ...on }, fresh, both],
  ['Slack is configured', slack, fresh, { ...both, slack: false }],
  ['Discord is configured', discord, fresh, { ...both, discord: null }],
  ['Slack alone is wanted', only('slack'), fresh, { slack: true, discord: null, alone: 'slack' }],
  ['Discord alone is wanted', only('discord'), fresh, { slack: false, discord: 'text', alone: 'discord' }],
  ['a forum is wanted', only('slack, discord-forum'), fresh, { ...both, discord: 'forum' }],
  ['what is wanted is configured', { ...only('slack'), ...slack }, fresh, null],
  ['both are configured', { ...slack, ...discord, ...on }, played, null],
  ['not wanted', off, played, null],
  ['one of several processes', { DESK_ROLES: 'api,worker', ...on }, fresh, null],
  ['production', { ...production, ...on }, played, null],
  ['production with local services', { ...production, ...on, DESK_LOCAL: '1' }, fresh, both],
])('%s', (_, environment, known, chosen) => {
  expect(choosePlatforms(readConfiguration(environment), known)).toEqual(chosen)
})
