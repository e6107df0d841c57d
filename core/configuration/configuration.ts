import { closestMatch } from 'leven'
import { readImapUrl } from './inbound-mail.ts'
import { missingVariables } from './missing-variables.ts'
import type { PlaygroundPlatform } from './playground-platforms.ts'
import { signUpRuleOf } from './sign-up-rule.ts'
import { type ProcessRole, type Variables, variables, variablesSchema } from './variables.ts'

export type Configuration = ReturnType<typeof shape>

/** @throws Error with one line that names each wrong variable and its remedy */
export function readConfiguration(environment: Record<string, string | undefined>): Configuration {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const unknown = unknownVariables(Object.keys(given))
  const read = variablesSchema.safeParse(given)
  const wrong = read.success
    ? []
    : read.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`)
  const missing = read.success ? missingVariables(read.data) : []
  const problems = [...unknown, ...wrong, ...missing]
  if (problems.length > 0 || !read.success) throw new Error(`Configuration: ${problems.join('; ')}.`)
  return shape(read.data)
}

const ownPrefix = /^(?:DESK|CLAMD|JWT|MAILTRAP|INBOUND|IMAP|GEMINI|SLACK|OPENID|DISCORD)_/

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

const mebibyte = 1_024 * 1_024

/** Stand-ins are for this machine only. So is the desk while it uses one, unless HOST says otherwise. */
const standsInFor = (read: Variables) =>
  !read.MONGODB_URI || !read.INNGEST_EVENT_KEY || !read.MAILTRAP_SMTP_HOST

/** The local mailbox can answer its mails, so a desk that has one gets mail. */
const localMailAddress = 'support@localhost'

function inboundMailOf(read: Variables) {
  const address = read.INBOUND_MAIL_ADDRESS ?? (read.MAILTRAP_SMTP_HOST ? undefined : localMailAddress)
  if (!address) return undefined
  return {
    address,
    imap: read.IMAP_URL ? readImapUrl(read.IMAP_URL) : undefined,
    webhookSecret: read.INBOUND_MAIL_WEBHOOK_SECRET,
    authservId: read.INBOUND_MAIL_AUTHSERV_ID ?? null,
    answersUnknown: read.INBOUND_MAIL_UNKNOWN_SENDERS === 'answer',
    maxBytes: read.INBOUND_MAIL_MB * mebibyte,
  }
}

/** Groups the variables by service. A service that is not configured is undefined. */
function shape(read: Variables) {
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
    playgroundPlatforms: new Set<PlaygroundPlatform>(read.DESK_PLAYGROUND_PLATFORMS),
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
      files: read.DESK_LIMIT_FILES || Infinity,
      changes: read.DESK_LIMIT_CHANGES || Infinity,
      streams: read.DESK_LIMIT_STREAMS || Infinity,
    },
    fileLimits: {
      fileBytes: read.DESK_FILE_MB * mebibyte,
      perMessage: read.DESK_FILES_PER_MESSAGE,
      ticketBytes: read.DESK_TICKET_FILES_MB * mebibyte,
    },
    clamd: read.CLAMD_HOST ? { host: read.CLAMD_HOST, port: read.CLAMD_PORT } : null,
    countedPerRequester: read.DESK_LIMIT_LOAD || Infinity,
    claimMinutes: read.CLAIM_DEADLINE_MINUTES || null,
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
    inboundMail: inboundMailOf(read),
    geminiBudget: read.GEMINI_MONTHLY_BUDGET ?? null,
    gemini: read.GEMINI_API_KEY
      ? {
          apiKey: read.GEMINI_API_KEY,
          model: read.GEMINI_MODEL,
          baseUrl: read.GEMINI_BASE_URL,
          titleOnly: read.GEMINI_TITLE_ONLY ?? false,
          prices: read.GEMINI_PRICES ?? null,
        }
      : null,
    slack: botToken
      ? {
          botToken,
          appToken: read.SLACK_APP_TOKEN,
          signingSecret: read.SLACK_SIGNING_SECRET,
          admits: read.SLACK_ADMITS,
          moderatorsChannel: read.SLACK_MODERATORS_CHANNEL_ID,
          messagesPerSecond: read.SLACK_MESSAGES_PER_SECOND,
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
      token && guildId && channelId
        ? {
            token,
            guildId,
            channelId,
            apiUrl: read.DISCORD_API_URL,
            onDutyRole: read.DISCORD_ON_DUTY_ROLE_ID,
          }
        : undefined,
  }
}
