import { isPrivateTransport } from './private-transport.ts'
import type { Variables } from './variables.ts'

/** Reports settings that are missing beside the ones given. */
export function missingVariables(read: Variables): string[] {
  const needs = (present: unknown, missing: (keyof Variables)[], remedy: string) =>
    present && missing.every((name) => !read[name]) ? [`${missing.join(' or ')} is missing: ${remedy}`] : []
  return [
    ...needs(
      read.SLACK_BOT_TOKEN,
      ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'],
      'set one of them (app token for Socket Mode, signing secret for HTTP), or unset SLACK_BOT_TOKEN',
    ),
    ...needs(
      read.SLACK_APP_TOKEN ?? read.SLACK_SIGNING_SECRET,
      ['SLACK_BOT_TOKEN'],
      'set it to the bot token (xoxb-...) of your Slack app',
    ),
    ...needs(
      read.SLACK_MODERATORS_CHANNEL_ID,
      ['SLACK_BOT_TOKEN'],
      'the moderators’ channel needs the app in your workspace',
    ),
    ...needs(read.SLACK_CLIENT_ID, ['SLACK_CLIENT_SECRET'], 'set it to the client secret of your Slack app'),
    ...needs(read.SLACK_CLIENT_SECRET, ['SLACK_CLIENT_ID'], 'set it to the client id of your Slack app'),
    ...needs(
      read.SLACK_CLIENT_ID,
      ['SLACK_BOT_TOKEN'],
      'signing in with Slack needs the app in your workspace',
    ),
    ...needs(
      read.GEMINI_MONTHLY_BUDGET,
      ['GEMINI_PRICES'],
      'a budget needs the prices of a million tokens, e.g. 0.10,0.40',
    ),
    ...needs(read.OPENID_ISSUER, ['OPENID_CLIENT_ID'], 'set it to the id that your provider gave the desk'),
    ...needs(
      read.OPENID_ISSUER,
      ['OPENID_CLIENT_SECRET'],
      'set it to the secret that your provider gave the desk',
    ),
    ...needs(
      read.OPENID_CLIENT_ID ?? read.OPENID_CLIENT_SECRET,
      ['OPENID_ISSUER'],
      'set it to the address of your provider',
    ),
    ...needs(read.DISCORD_TOKEN, ['DISCORD_GUILD_ID'], 'set it to the id of your Discord server'),
    ...needs(read.DISCORD_TOKEN, ['DISCORD_CHANNEL_ID'], "set it to the id of the desk's channel"),
    ...needs(
      read.DISCORD_GUILD_ID ?? read.DISCORD_CHANNEL_ID,
      ['DISCORD_TOKEN'],
      'set it to the token of your Discord bot',
    ),
    ...needs(
      read.MAILTRAP_SMTP_USER ?? read.MAILTRAP_SMTP_PASS ?? read.MAILTRAP_SMTP_PASSWORD,
      ['MAILTRAP_SMTP_HOST'],
      'set it to the host of your mail server',
    ),
    ...needs(
      read.IMAP_URL ?? read.INBOUND_MAIL_WEBHOOK_SECRET,
      ['INBOUND_MAIL_ADDRESS'],
      'set it to the address that people write to, e.g. support@example.com',
    ),
    ...needs(
      read.INBOUND_MAIL_ADDRESS && read.MAILTRAP_SMTP_HOST,
      ['IMAP_URL', 'INBOUND_MAIL_WEBHOOK_SECRET'],
      'set one of them, so that the desk gets what is sent to INBOUND_MAIL_ADDRESS',
    ),
    ...needs(read.INNGEST_BASE_URL, ['INNGEST_EVENT_KEY'], 'set it to an event key of your Inngest'),
    ...needs(read.INNGEST_EVENT_KEY, ['INNGEST_SIGNING_KEY'], 'set it to the signing key of your Inngest'),
    ...needs(read.INNGEST_SIGNING_KEY, ['INNGEST_EVENT_KEY'], 'set it to an event key of your Inngest'),
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
