import { isIP } from 'node:net'
import { z } from 'zod'
import { imapUrl, mailAddress } from './inbound-mail.ts'
import { playgroundPlatforms } from './playground-platforms.ts'
import { isPrivateTransport } from './private-transport.ts'
import { secondFactorRules } from './second-factor-rule.ts'
import { domainList, signUpSetting } from './sign-up-rule.ts'
import { slackAdmits } from './slack-admits.ts'
import { trustedProxies } from './trusted-proxies.ts'

const text = z.string().trim().min(1)
const url = (protocols: RegExp) => z.url({ protocol: protocols, error: 'must be a URL' })
const http = url(/^https?$/)
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

/** of 1,024 × 1,024 bytes */
const megabytes = z.coerce.number({ error: 'must be a number of megabytes' }).int().min(1).max(2_000)

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
  DESK_PLAYGROUND_PLATFORMS: playgroundPlatforms.default(['slack', 'discord']),
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
  DESK_LIMIT_FILES: limit.default(100),
  DESK_LIMIT_CHANGES: limit.default(300),
  DESK_LIMIT_STREAMS: limit.default(10),
  DESK_LIMIT_LOAD: limit.default(5),
  CLAIM_DEADLINE_MINUTES: z.coerce
    .number({ error: 'must be a number' })
    .int()
    .min(0)
    .max(10_080, 'must be at most 10080, a week')
    .default(60),
  DESK_FILE_MB: megabytes.default(25),
  DESK_FILES_PER_MESSAGE: z.coerce
    .number({ error: 'must be a number' })
    .int()
    .min(0)
    .max(10, 'must be at most 10')
    .default(10),
  DESK_TICKET_FILES_MB: megabytes.default(200),
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
  INBOUND_MAIL_ADDRESS: mailAddress.optional(),
  INBOUND_MAIL_WEBHOOK_SECRET: z.string().min(16, 'must be at least 16 characters').optional(),
  INBOUND_MAIL_AUTHSERV_ID: text.optional(),
  INBOUND_MAIL_UNKNOWN_SENDERS: z
    .enum(['answer', 'ignore'], { error: 'must be answer or ignore' })
    .default('answer'),
  INBOUND_MAIL_MB: megabytes.default(40),
  IMAP_URL: imapUrl.optional(),
  GEMINI_API_KEY: text.optional(),
  GEMINI_MODEL: text.default('gemini-3.5-flash-lite'),
  GEMINI_TITLE_ONLY: flag.optional(),
  GEMINI_PRICES: z
    .string()
    .regex(/^\d+(\.\d+)?,\d+(\.\d+)?$/, 'must be two prices, e.g. 0.10,0.40')
    .transform((text) => text.split(',').map(Number))
    .transform(([input = 0, output = 0]) => ({ input, output }))
    .optional(),
  GEMINI_MONTHLY_BUDGET: z.coerce.number().positive('must be more than 0').optional(),
  GEMINI_BASE_URL: http.default('https://generativelanguage.googleapis.com/v1beta/'),
  CLAMD_HOST: host.optional(),
  CLAMD_PORT: port.default(3310),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'must begin with xoxb-').optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', 'must begin with xapp-').optional(),
  SLACK_SIGNING_SECRET: text.optional(),
  SLACK_ADMITS: z.enum(slackAdmits, { error: 'must be members, guests or everyone' }).default('guests'),
  SLACK_MODERATORS_CHANNEL_ID: z
    .string()
    .regex(/^[CG][A-Z0-9]{2,20}$/, 'must be a channel id, e.g. C0123456789')
    .optional(),
  SLACK_MESSAGES_PER_SECOND: z.coerce
    .number({ error: 'must be a number' })
    .min(0.1, 'must be at least 0.1')
    .max(50, 'must be at most 50')
    .default(1),
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
  DISCORD_ON_DUTY_ROLE_ID: z
    .string()
    .regex(/^\d{17,20}$/, 'must be a role id of 17 to 20 digits')
    .optional(),
  DISCORD_API_URL: http.optional(),
  VITE_SERVER_URL: http.optional(),
} as const

export const variablesSchema = z.object(variables)

/** The variables as they are read, each checked by itself. */
export type Variables = z.infer<typeof variablesSchema>
