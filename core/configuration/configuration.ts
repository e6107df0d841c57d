import { isIP } from 'node:net'
import { closestMatch } from 'leven'
import { z } from 'zod'
import { secondFactorRules } from './second-factor-rule.ts'
import { domainList, signUpRuleOf, signUpSetting } from './sign-up-rule.ts'
import { trustedProxies } from './trusted-proxies.ts'

const text = z.string().trim().min(1)
const url = (protocols: RegExp) => z.url({ protocol: protocols, error: 'must be a URL' })
const http = url(/^https?$/)
/** Plain HTTP is fine where it does not leave the machine: the loopback names and addresses of RFC 6761 and RFC 1122. */
function isPrivateTransport(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)
}
/** An issuer of OpenID Connect. Its trailing slash, if any, is part of its name. */
const issuer = http.refine(
  (text) => !URL.canParse(text) || isPrivateTransport(text),
  'must begin with https:',
)
const port = z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65_535)
const flag = z
  .enum(['0', '1', 'true', 'false'], { error: 'must be 1 or 0' })
  .transform((value) => value === '1' || value === 'true')

/** 0 stands for no limit. */
const limit = z.coerce.number({ error: 'must be a number, 0 for no limit' }).int().min(0).max(1_000_000)

const host = z
  .string()
  .trim()
  .refine(
    (text) => isIP(text) > 0 || /^[a-z0-9]([a-z0-9.-]{0,252}[a-z0-9])?$/i.test(text),
    'must be an IP address or a host name',
  )

/** The parts of the desk that can run in separate processes. */
export const roles = ['api', 'worker', 'slack', 'discord'] as const
export type ProcessRole = (typeof roles)[number]

/** Every variable that the desk reads. docs/configuration.md has their meanings and defaults. */
export const variables = {
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: port.default(5000),
  HOST: host.optional(),
  APP_URL: http.optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  DESK_LOCAL: flag.optional(),
  DESK_PLAYGROUND: flag.optional(),
  DESK_DATA: text.default('.data'),
  DESK_ROLES: z
    .string()
    .default(roles.join(','))
    .transform((list) => list.split(',').map((role) => role.trim()))
    .pipe(z.array(z.enum(roles, { error: `must be a comma-separated list of ${roles.join(', ')}` }))),
  DESK_SIGN_UP: signUpSetting.default('open'),
  DESK_SECOND_FACTOR: z
    .enum(secondFactorRules, { error: 'must be optional or required' })
    .default('optional'),
  DESK_LIMIT_TICKETS: limit.default(60),
  DESK_LIMIT_COMMENTS: limit.default(60),
  DESK_LIMIT_CHANGES: limit.default(300),
  DESK_LIMIT_STREAMS: limit.default(10),
  DESK_LIMIT_LOAD: limit.default(5),
  DESK_MODERATORS_SEE_ALL: flag.optional(),
  DESK_TRUST_PROXY: trustedProxies.default(0),
  DESK_METRICS_TOKEN: z.string().min(16, 'must be at least 16 characters').optional(),
  DESK_SESSION_IDLE_MINUTES: z.coerce
    .number({ error: 'must be a number of minutes' })
    .int()
    .min(5, 'must be at least 5')
    .max(10_080, 'must be at most 10080, a week')
    .default(1_440),
  JWT_SECRET: z.string().min(1).optional(),
  // Not z.url(): MongoDB allows several hosts with commas, which the WHATWG URL parser rejects.
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/[^/\s]+/, 'must begin with mongodb:// or mongodb+srv:// and name a host')
    .optional(),
  INNGEST_BASE_URL: http.optional(),
  INNGEST_EVENT_KEY: text.optional(),
  INNGEST_SIGNING_KEY: text.optional(),
  INNGEST_APP_ID: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,40}$/, 'must be lower-case letters, digits and hyphens')
    .default('deskbridge'),
  MAILTRAP_SMTP_HOST: text.optional(),
  MAILTRAP_SMTP_PORT: port.default(587),
  MAILTRAP_SMTP_USER: text.optional(),
  MAILTRAP_SMTP_PASS: text.optional(),
  MAILTRAP_SMTP_PASSWORD: text.optional(),
  MAIL_FROM: text.default('Deskbridge <desk@localhost>'),
  GEMINI_API_KEY: text.optional(),
  GEMINI_MODEL: text.default('gemini-3.5-flash-lite'),
  GEMINI_BASE_URL: http.default('https://generativelanguage.googleapis.com/v1beta/'),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'must begin with xoxb-').optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', 'must begin with xapp-').optional(),
  SLACK_SIGNING_SECRET: text.optional(),
  SLACK_API_URL: http.optional(),
  SLACK_CLIENT_ID: text.optional(),
  SLACK_CLIENT_SECRET: text.optional(),
  SLACK_OPENID_ISSUER: issuer.default('https://slack.com'),
  OPENID_ISSUER: issuer.optional(),
  OPENID_CLIENT_ID: text.optional(),
  OPENID_CLIENT_SECRET: text.optional(),
  OPENID_NAME: text.max(40, 'must be at most 40 characters').default('single sign-on'),
  OPENID_DOMAINS: domainList.optional(),
  DISCORD_TOKEN: text.optional(),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{17,20}$/, 'must be a server id of 17 to 20 digits')
    .optional(),
  DISCORD_CHANNEL_ID: z
    .string()
    .regex(/^\d{17,20}$/, 'must be a channel id of 17 to 20 digits')
    .optional(),
  DISCORD_API_URL: http.optional(),
  VITE_SERVER_URL: http.optional(),
} as const

const schema = z.object(variables)
type Read = z.infer<typeof schema>

export type Configuration = ReturnType<typeof shape>

/** @throws Error with one line that names each wrong variable and its remedy */
export function readConfiguration(environment: Record<string, string | undefined>): Configuration {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const unknown = unknownVariables(Object.keys(given))
  const read = schema.safeParse(given)
  const wrong = read.success
    ? []
    : read.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`)
  const missing = read.success ? missingVariables(read.data) : []
  const problems = [...unknown, ...wrong, ...missing]
  if (problems.length > 0 || !read.success) throw new Error(`Configuration: ${problems.join('; ')}.`)
  return shape(read.data)
}

const ownPrefix = /^(?:DESK|JWT|MAILTRAP|GEMINI|SLACK|OPENID|DISCORD)_/

const maxTypos = 3

/** Reports misspelt names, which would otherwise be ignored silently. */
function unknownVariables(names: string[]) {
  const known = Object.keys(variables)
  return names
    .filter((name) => ownPrefix.test(name) && !known.includes(name))
    .map((name) => {
      const suggestion = closestMatch(name, known, { maxDistance: maxTypos })
      return `${name} is not a variable of Deskbridge${suggestion ? ` (did you mean ${suggestion}?)` : ''}`
    })
}

/** Reports settings that are missing beside the ones given. */
function missingVariables(read: Read): string[] {
  const needs = (present: unknown, missing: (keyof Read)[], remedy: string) =>
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
    ...needs(read.SLACK_CLIENT_ID, ['SLACK_CLIENT_SECRET'], 'set it to the client secret of your Slack app'),
    ...needs(read.SLACK_CLIENT_SECRET, ['SLACK_CLIENT_ID'], 'set it to the client id of your Slack app'),
    ...needs(
      read.SLACK_CLIENT_ID,
      ['SLACK_BOT_TOKEN'],
      'signing in with Slack needs the app in your workspace',
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
function productionNeeds(read: Read): string[] {
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

/** Stand-ins are for this machine only. So is the desk while it uses one, unless HOST says otherwise. */
const standsInFor = (read: Read) => !read.MONGODB_URI || !read.INNGEST_EVENT_KEY || !read.MAILTRAP_SMTP_HOST

/** Groups the variables by service. A service that is not configured is undefined. */
function shape(read: Read) {
  const {
    SLACK_BOT_TOKEN: botToken,
    DISCORD_TOKEN: token,
    DISCORD_GUILD_ID: guildId,
    DISCORD_CHANNEL_ID: channelId,
  } = read
  return {
    production: read.NODE_ENV === 'production',
    standInsAllowed: read.NODE_ENV !== 'production' || read.DESK_LOCAL === true,
    playground: read.DESK_PLAYGROUND,
    port: read.PORT,
    host: read.HOST ?? (standsInFor(read) ? '127.0.0.1' : undefined),
    appUrl: (read.APP_URL ?? `http://localhost:${read.PORT}`).replace(/\/+$/, ''),
    appUrlGiven: read.APP_URL !== undefined,
    logLevel: read.LOG_LEVEL,
    dataFolder: read.DESK_DATA,
    roles: new Set<ProcessRole>(read.DESK_ROLES),
    signUp: signUpRuleOf(read.DESK_SIGN_UP),
    secondFactor: read.DESK_SECOND_FACTOR,
    limits: {
      tickets: read.DESK_LIMIT_TICKETS || Infinity,
      comments: read.DESK_LIMIT_COMMENTS || Infinity,
      changes: read.DESK_LIMIT_CHANGES || Infinity,
      streams: read.DESK_LIMIT_STREAMS || Infinity,
    },
    countedPerRequester: read.DESK_LIMIT_LOAD || Infinity,
    moderatorsSeeAll: read.DESK_MODERATORS_SEE_ALL ?? false,
    trustProxy: read.DESK_TRUST_PROXY,
    metricsToken: read.DESK_METRICS_TOKEN,
    sessionIdleMs: read.DESK_SESSION_IDLE_MINUTES * 60_000,
    jwtSecret: read.JWT_SECRET,
    mongodbUri: read.MONGODB_URI,
    inngestApp: read.INNGEST_APP_ID,
    inngest:
      read.INNGEST_EVENT_KEY && read.INNGEST_SIGNING_KEY
        ? {
            baseUrl: read.INNGEST_BASE_URL,
            eventKey: read.INNGEST_EVENT_KEY,
            signingKey: read.INNGEST_SIGNING_KEY,
          }
        : undefined,
    mail: read.MAILTRAP_SMTP_HOST
      ? {
          host: read.MAILTRAP_SMTP_HOST,
          port: read.MAILTRAP_SMTP_PORT,
          user: read.MAILTRAP_SMTP_USER,
          pass: read.MAILTRAP_SMTP_PASS ?? read.MAILTRAP_SMTP_PASSWORD,
        }
      : undefined,
    mailFrom: read.MAIL_FROM,
    gemini: read.GEMINI_API_KEY
      ? { apiKey: read.GEMINI_API_KEY, model: read.GEMINI_MODEL, baseUrl: read.GEMINI_BASE_URL }
      : null,
    slack: botToken
      ? {
          botToken,
          appToken: read.SLACK_APP_TOKEN,
          signingSecret: read.SLACK_SIGNING_SECRET,
          apiUrl: read.SLACK_API_URL,
          signIn:
            read.SLACK_CLIENT_ID && read.SLACK_CLIENT_SECRET
              ? {
                  issuer: read.SLACK_OPENID_ISSUER,
                  clientId: read.SLACK_CLIENT_ID,
                  clientSecret: read.SLACK_CLIENT_SECRET,
                }
              : undefined,
        }
      : undefined,
    openId:
      read.OPENID_ISSUER && read.OPENID_CLIENT_ID && read.OPENID_CLIENT_SECRET
        ? {
            issuer: read.OPENID_ISSUER,
            clientId: read.OPENID_CLIENT_ID,
            clientSecret: read.OPENID_CLIENT_SECRET,
            name: read.OPENID_NAME,
            domains: read.OPENID_DOMAINS ?? null,
          }
        : undefined,
    discord:
      token && guildId && channelId ? { token, guildId, channelId, apiUrl: read.DISCORD_API_URL } : undefined,
  }
}
