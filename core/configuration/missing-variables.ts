import { isPrivateTransport } from './private-transport.ts'
import type { Variables } from './variables.ts'

type Name = keyof Variables
/** Once any of `withAny` or all of `withAll` is set, one of `missing` must be, too. */
type Need = ({ withAny: Name[] } | { withAll: Name[] }) & { missing: Name[]; remedy: string }

const needs: Need[] = [
  {
    withAny: ['SLACK_BOT_TOKEN'],
    missing: ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'],
    remedy: 'set one of them (app token for Socket Mode, signing secret for HTTP), or unset SLACK_BOT_TOKEN',
  },
  {
    withAny: ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'],
    missing: ['SLACK_BOT_TOKEN'],
    remedy: 'set it to the bot token (xoxb-...) of your Slack app',
  },
  {
    withAny: ['SLACK_MODERATORS_CHANNEL_ID'],
    missing: ['SLACK_BOT_TOKEN'],
    remedy: 'the moderators’ channel needs the app in your workspace',
  },
  {
    withAny: ['SLACK_CLIENT_ID'],
    missing: ['SLACK_CLIENT_SECRET'],
    remedy: 'set it to the client secret of your Slack app',
  },
  {
    withAny: ['SLACK_CLIENT_SECRET'],
    missing: ['SLACK_CLIENT_ID'],
    remedy: 'set it to the client id of your Slack app',
  },
  {
    withAny: ['SLACK_CLIENT_ID'],
    missing: ['SLACK_BOT_TOKEN'],
    remedy: 'signing in with Slack needs the app in your workspace',
  },
  {
    withAny: ['GEMINI_MONTHLY_BUDGET'],
    missing: ['GEMINI_PRICES'],
    remedy: 'a budget needs the prices of a million tokens, e.g. 0.10,0.40',
  },
  {
    withAny: ['OPENID_ISSUER'],
    missing: ['OPENID_CLIENT_ID'],
    remedy: 'set it to the id that your provider gave the desk',
  },
  {
    withAny: ['OPENID_ISSUER'],
    missing: ['OPENID_CLIENT_SECRET'],
    remedy: 'set it to the secret that your provider gave the desk',
  },
  {
    withAny: ['OPENID_CLIENT_ID', 'OPENID_CLIENT_SECRET'],
    missing: ['OPENID_ISSUER'],
    remedy: 'set it to the address of your provider',
  },
  {
    withAny: ['DISCORD_TOKEN'],
    missing: ['DISCORD_GUILD_ID'],
    remedy: 'set it to the id of your Discord server',
  },
  {
    withAny: ['DISCORD_TOKEN'],
    missing: ['DISCORD_CHANNEL_ID'],
    remedy: "set it to the id of the desk's channel",
  },
  {
    withAny: ['DISCORD_GUILD_ID', 'DISCORD_CHANNEL_ID'],
    missing: ['DISCORD_TOKEN'],
    remedy: 'set it to the token of your Discord bot',
  },
  {
    withAny: ['MAILTRAP_SMTP_USER', 'MAILTRAP_SMTP_PASS', 'MAILTRAP_SMTP_PASSWORD'],
    missing: ['MAILTRAP_SMTP_HOST'],
    remedy: 'set it to the host of your mail server',
  },
  {
    withAny: ['IMAP_URL', 'INBOUND_MAIL_WEBHOOK_SECRET'],
    missing: ['INBOUND_MAIL_ADDRESS'],
    remedy: 'set it to the address that people write to, e.g. support@example.com',
  },
  {
    withAll: ['INBOUND_MAIL_ADDRESS', 'MAILTRAP_SMTP_HOST'],
    missing: ['IMAP_URL', 'INBOUND_MAIL_WEBHOOK_SECRET'],
    remedy: 'set one of them, so that the desk gets what is sent to INBOUND_MAIL_ADDRESS',
  },
  {
    withAny: ['INNGEST_BASE_URL'],
    missing: ['INNGEST_EVENT_KEY'],
    remedy: 'set it to an event key of your Inngest',
  },
  {
    withAny: ['INNGEST_EVENT_KEY'],
    missing: ['INNGEST_SIGNING_KEY'],
    remedy: 'set it to the signing key of your Inngest',
  },
  {
    withAny: ['INNGEST_SIGNING_KEY'],
    missing: ['INNGEST_EVENT_KEY'],
    remedy: 'set it to an event key of your Inngest',
  },
]

/** Reports settings that are missing beside the ones given. */
export function missingVariables(read: Variables): string[] {
  const isSet = (name: Name) => Boolean(read[name])
  const isNeeded = (need: Need) => ('withAll' in need ? need.withAll.every(isSet) : need.withAny.some(isSet))
  const unmet = needs.filter((need) => isNeeded(need) && !need.missing.some(isSet))
  return [
    ...unmet.map(({ missing, remedy }) => `${missing.join(' or ')} is missing: ${remedy}`),
    ...productionNeeds(read),
  ]
}

const minSecretBytes = 32
const weakSecret = 'JWT_SECRET is too weak: use at least 32 random bytes, e.g. from `openssl rand -base64 48`'

const plainAppUrl =
  'APP_URL must begin with https: in production, or passwords and sessions travel unprotected. Put a proxy with HTTPS in front of the desk; http: is for this machine only'

/** With NODE_ENV=production a missing service is an error, unless DESK_LOCAL=1 allows stand-ins. */
function productionNeeds(read: Variables): string[] {
  if (read.NODE_ENV !== 'production') return []
  const weak = read.JWT_SECRET && Buffer.byteLength(read.JWT_SECRET) < minSecretBytes
  const problems = [
    ...(weak ? [weakSecret] : []),
    ...(read.APP_URL && !isPrivateTransport(read.APP_URL) ? [plainAppUrl] : []),
  ]
  if (read.DESK_LOCAL) return problems
  const remedy = ' in production, or DESK_LOCAL=1 to allow stand-ins on this machine'
  const needed = ['MONGODB_URI', 'INNGEST_EVENT_KEY', 'MAILTRAP_SMTP_HOST', 'JWT_SECRET', 'APP_URL'] as const
  const missing = needed.filter((name) => !read[name]).map((name) => `${name} is missing: set it${remedy}`)
  return [...missing, ...problems]
}
