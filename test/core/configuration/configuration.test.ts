import { describe, expect, test } from 'vitest'
import { readConfiguration } from '../../../core/configuration/configuration.ts'
import { variables } from '../../../core/configuration/variables.ts'

type Environment = Record<string, string | undefined>
const id = '123456789012345678'
const strong = 'k3Jr8vZq0WmX5tYb2NcL7pAeHdUfGsOi1Rj4'

/** The one line that says what is wrong. */
function complaint(environment: Environment): string {
  try {
    readConfiguration(environment)
  } catch (error) {
    return (error as Error).message
  }
  return ''
}

describe('nothing configured', () => {
  test('is a desk on this machine', () => {
    expect(readConfiguration({})).toEqual({
      production: false,
      standInsAllowed: true,
      roles: new Set(['api', 'worker', 'slack', 'discord']),
      playgroundPlatforms: new Set(['slack', 'discord']),
      port: 5000,
      host: '127.0.0.1',
      appUrl: 'http://localhost:5000',
      appUrlGiven: false,
      logLevel: 'info',
      dataFolder: '.data',
      signUp: 'open',
      secondFactor: 'optional',
      limits: { tickets: 60, comments: 60, files: 100, changes: 300, streams: 10 },
      fileLimits: { fileBytes: 26_214_400, perMessage: 10, ticketBytes: 209_715_200 },
      clamd: null,
      countedPerRequester: 5,
      claimMinutes: 60,
      moderatorsSeeAll: false,
      trustProxy: 0,
      sessionIdleMs: 86_400_000,
      jwtSecret: undefined,
      mongodbUri: undefined,
      inngestApp: 'deskbridge',
      inngest: undefined,
      mail: undefined,
      inboundMail: {
        address: 'support@localhost',
        imap: undefined,
        webhookSecret: undefined,
        authservId: null,
        answersUnknown: true,
        maxBytes: 41_943_040,
      },
      mailFrom: 'Deskbridge <desk@localhost>',
      geminiBudget: null,
      gemini: null,
      slack: undefined,
      discord: undefined,
    })
  })

  test('is the same as empty variables', () => {
    const empty = Object.fromEntries(Object.keys(variables).map((name) => [name, '']))
    expect(readConfiguration(empty)).toEqual(readConfiguration({}))
  })

  test('ignores variables of other programs', () => {
    const others = {
      PATH: '/bin',
      HOME: '/home/ann',
      npm_config_registry: 'x',
      INNGEST_DEV: '0',
      MAIL: '/var/mail',
    }
    expect(readConfiguration(others)).toEqual(readConfiguration({}))
  })
})

describe('where the desk listens and whom it believes', () => {
  test.each([
    ['1', 1],
    ['10.0.0.5', ['10.0.0.5']],
    ['10.0.0.0/8, fd00::/8', ['10.0.0.0/8', 'fd00::/8']],
    ['loopback,uniquelocal', ['loopback', 'uniquelocal']],
  ])('DESK_TRUST_PROXY=%s', (text, trustProxy) => {
    expect(readConfiguration({ DESK_TRUST_PROXY: text }).trustProxy).toEqual(trustProxy)
  })

  test.each(['11', '-1', '10.0.0.0/33', '10.0.0', 'proxy.example', '10.0.0.1/', '::1/129'])(
    'DESK_TRUST_PROXY=%s is refused',
    (text) => expect(complaint({ DESK_TRUST_PROXY: text })).toMatch(/DESK_TRUST_PROXY must be a number/),
  )

  const services = {
    MONGODB_URI: 'mongodb://db.example/desk',
    INNGEST_EVENT_KEY: 'ek',
    INNGEST_SIGNING_KEY: 'sk',
    MAILTRAP_SMTP_HOST: 'smtp.example',
  }
  test.each<[string, Environment, string | undefined]>([
    ['all services are configured', services, undefined],
    ['the database is local', { ...services, MONGODB_URI: '' }, '127.0.0.1'],
    ['Inngest is local', { ...services, INNGEST_EVENT_KEY: '', INNGEST_SIGNING_KEY: '' }, '127.0.0.1'],
    ['the mailbox is local', { ...services, MAILTRAP_SMTP_HOST: '' }, '127.0.0.1'],
    ['HOST says otherwise', { HOST: '0.0.0.0' }, '0.0.0.0'],
    ['HOST narrows it', { ...services, HOST: '::1' }, '::1'],
  ])('the address while %s', (_name, environment, host) => {
    expect(readConfiguration(environment).host).toBe(host)
  })

  test.each(['http://x', 'a b', '[::1]', '1.2.3.4:80'])('HOST=%s is refused', (text) =>
    expect(complaint({ HOST: text })).toMatch(/HOST must be an IP address or a host name/),
  )
})

describe('everything configured', () => {
  const all = readConfiguration({
    NODE_ENV: 'production',
    PORT: '8080',
    APP_URL: 'https://desk.example/',
    LOG_LEVEL: 'warn',
    DESK_TRUST_PROXY: '1',
    JWT_SECRET: strong,
    MONGODB_URI: 'mongodb+srv://u:p@db.example/desk',
    INNGEST_BASE_URL: 'http://inngest:8288',
    INNGEST_EVENT_KEY: 'ek',
    INNGEST_SIGNING_KEY: 'sk',
    INNGEST_APP_ID: 'desk-2',
    MAILTRAP_SMTP_HOST: 'smtp.example',
    MAILTRAP_SMTP_PORT: '2525',
    MAILTRAP_SMTP_USER: 'mail-user',
    MAILTRAP_SMTP_PASSWORD: 'mail-pass',
    GEMINI_API_KEY: 'gk',
    GEMINI_MODEL: 'gemini-flash-latest',
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1',
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'a',
    OPENID_ISSUER: 'https://login.example/realm/',
    OPENID_CLIENT_ID: 'desk',
    OPENID_CLIENT_SECRET: 'b',
    OPENID_DOMAINS: 'example.com, @example.org',
    DISCORD_TOKEN: 'dt',
    DISCORD_GUILD_ID: id,
    DISCORD_CHANNEL_ID: id,
  })
  test('reaches the parts that need it', () => {
    expect(all).toMatchObject({
      production: true,
      port: 8080,
      appUrl: 'https://desk.example',
      appUrlGiven: true,
      trustProxy: 1,
      inngestApp: 'desk-2',
      inngest: { baseUrl: 'http://inngest:8288', eventKey: 'ek', signingKey: 'sk' },
      mail: { host: 'smtp.example', port: 2525, user: 'mail-user', pass: 'mail-pass' },
      openId: {
        issuer: 'https://login.example/realm/',
        clientId: 'desk',
        clientSecret: 'b',
        name: 'single sign-on',
        domains: ['example.com', 'example.org'],
      },
      gemini: { apiKey: 'gk', model: 'gemini-flash-latest' },
      slack: {
        ...{ botToken: 'xoxb-1', appToken: 'xapp-1', signingSecret: undefined },
        signIn: { issuer: 'https://slack.com', clientId: '1.2', clientSecret: 'a' },
      },
      discord: { token: 'dt', guildId: id, channelId: id },
    })
  })

  test.each([
    'mongodb://localhost',
    'mongodb://u:p%40ss@a.example:27017,b.example:27018/desk?replicaSet=rs0',
    'mongodb+srv://u:p@cluster.example/desk',
  ])('the database may be %s', (uri) => {
    expect(readConfiguration({ MONGODB_URI: uri }).mongodbUri).toBe(uri)
  })

  test('the mail password has two names, of which the shorter wins', () => {
    const mail = { MAILTRAP_SMTP_HOST: 'h', MAILTRAP_SMTP_PASS: 'a', MAILTRAP_SMTP_PASSWORD: 'b' }
    expect(readConfiguration(mail).mail).toMatchObject({ port: 587, pass: 'a' })
  })
})

describe('a wrong value is named with what would be right', () => {
  test.each<[string, string, string]>([
    ['PORT', 'http', 'PORT must be a port number'],
    ['PORT', '70000', 'PORT must be a port number'],
    ['PORT', '-1', 'PORT must be a port number'],
    ['PORT', '80.5', 'PORT must be a port number'],
    ['NODE_ENV', 'prod', 'NODE_ENV .*"production"'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL .*"info"'],
    ['APP_URL', 'desk.example', 'APP_URL must be a URL'],
    ['APP_URL', 'ftp://desk.example', 'APP_URL must be a URL'],
    ['MONGODB_URI', 'localhost:27017', 'MONGODB_URI must begin with mongodb://'],
    ['MONGODB_URI', 'http://localhost', 'MONGODB_URI must begin with mongodb://'],
    ['MONGODB_URI', 'mongodb://', 'MONGODB_URI must begin with mongodb:// or .* and name a host'],
    ['INNGEST_BASE_URL', 'inngest', 'INNGEST_BASE_URL must be a URL'],
    ['INNGEST_APP_ID', 'My Desk', 'INNGEST_APP_ID must be lower-case letters, digits and hyphens'],
    ['DESK_LOCAL', 'yes', 'DESK_LOCAL must be 1 or 0'],
    ['DESK_TRUST_PROXY', 'true', 'DESK_TRUST_PROXY .*number'],
    ['MAILTRAP_SMTP_PORT', 'smtp', 'MAILTRAP_SMTP_PORT must be a port number'],
    ['GEMINI_BASE_URL', 'gemini', 'GEMINI_BASE_URL must be a URL'],
    ['SLACK_BOT_TOKEN', 'xoxp-1', 'SLACK_BOT_TOKEN must begin with xoxb-'],
    ['SLACK_APP_TOKEN', 'xoxb-1', 'SLACK_APP_TOKEN must begin with xapp-'],
    ['OPENID_ISSUER', 'http://login.example', 'OPENID_ISSUER must begin with https:'],
    ['OPENID_ISSUER', 'login.example', 'OPENID_ISSUER must be a URL'],
    ['SLACK_OPENID_ISSUER', 'http://slack.com', 'SLACK_OPENID_ISSUER must begin with https:'],
    ['OPENID_DOMAINS', 'example', 'OPENID_DOMAINS must be domains'],
    ['DISCORD_GUILD_ID', 'my server', 'DISCORD_GUILD_ID must be a server id of 17 to 20 digits'],
    ['DISCORD_CHANNEL_ID', '42', 'DISCORD_CHANNEL_ID must be a channel id of 17 to 20 digits'],
    ['DISCORD_API_URL', 'x', 'DISCORD_API_URL must be a URL'],
    ['VITE_SERVER_URL', 'x', 'VITE_SERVER_URL must be a URL'],
  ])('%s=%s', (name, value, words) => {
    expect(complaint({ [name]: value })).toMatch(new RegExp(`^Configuration: ${words}`))
  })

  test('all of them in one line', () => {
    const line = complaint({ PORT: 'x', LOG_LEVEL: 'loud', SLACK_BOT_TOKEN: 'x', DESK_LOCL: '1' })
    for (const name of ['PORT', 'LOG_LEVEL', 'SLACK_BOT_TOKEN', 'DESK_LOCL'])
      expect(line).toContain(`${name} `)
    expect(line).not.toContain('\n')
  })

  test('and never shown, since it may be a secret in the wrong place', () => {
    expect(
      complaint({ SLACK_BOT_TOKEN: 'hunter2', DISCORD_GUILD_ID: 'hunter2', MONGODB_URI: 'hunter2' }),
    ).not.toContain('hunter2')
  })
})

describe('a misspelt name', () => {
  test.each<[string, string]>([
    ['SLACK_BOT_TOKN', 'did you mean SLACK_BOT_TOKEN?'],
    ['OPENID_ISSUR', 'did you mean OPENID_ISSUER?'],
    ['DISCORD_GUILD', 'did you mean DISCORD_GUILD_ID?'],
    ['GEMINI_API_KEYS', 'did you mean GEMINI_API_KEY?'],
    ['MAILTRAP_SMTP_PASSWD', 'did you mean MAILTRAP_SMTP_PASS'],
    ['JWT_SECRETS', 'did you mean JWT_SECRET?'],
    ['DESK_DTA', 'did you mean DESK_DATA?'],
  ])('%s: %s', (name, suggestion) => {
    expect(complaint({ [name]: 'x' })).toContain(`${name} is not a variable of Deskbridge`)
    expect(complaint({ [name]: 'x' })).toContain(suggestion)
  })

  test('that resembles none gets no suggestion', () => {
    expect(complaint({ JWT_TTL: 'x' })).toBe('Configuration: JWT_TTL is not a variable of Deskbridge.')
  })
})

describe('half of a service', () => {
  const slack = { SLACK_BOT_TOKEN: 'xoxb-1' }
  const discord = { DISCORD_TOKEN: 'dt', DISCORD_GUILD_ID: id, DISCORD_CHANNEL_ID: id }
  test.each<[string, Environment, string[]]>([
    [
      'a Slack bot without a way in',
      slack,
      ['SLACK_APP_TOKEN or SLACK_SIGNING_SECRET is missing: set one of them'],
    ],
    [
      'a Slack app token alone',
      { SLACK_APP_TOKEN: 'xapp-1' },
      ['SLACK_BOT_TOKEN is missing: set it to the bot token'],
    ],
    [
      'a Slack secret alone',
      { SLACK_SIGNING_SECRET: 's' },
      ['SLACK_BOT_TOKEN is missing: set it to the bot token'],
    ],
    [
      'a provider without a client',
      { OPENID_ISSUER: 'https://login.example' },
      ['OPENID_CLIENT_ID is missing', 'OPENID_CLIENT_SECRET is missing'],
    ],
    ['a client without a provider', { OPENID_CLIENT_ID: 'desk' }, ['OPENID_ISSUER is missing']],
    [
      'signing in with Slack without a secret',
      { ...slack, SLACK_SIGNING_SECRET: 's', SLACK_CLIENT_ID: '1' },
      ['SLACK_CLIENT_SECRET is missing'],
    ],
    [
      'signing in with Slack without the app',
      { SLACK_CLIENT_ID: '1', SLACK_CLIENT_SECRET: 's' },
      ['SLACK_BOT_TOKEN is missing'],
    ],
    [
      'a Discord token alone',
      { DISCORD_TOKEN: 'dt' },
      ['DISCORD_GUILD_ID is missing: set it to the id', 'DISCORD_CHANNEL_ID is missing: set it to the id'],
    ],
    ['no Discord channel', { ...discord, DISCORD_CHANNEL_ID: undefined }, ['DISCORD_CHANNEL_ID is missing']],
    ['no Discord server', { ...discord, DISCORD_GUILD_ID: undefined }, ['DISCORD_GUILD_ID is missing']],
    [
      'no Discord token',
      { ...discord, DISCORD_TOKEN: undefined },
      ['DISCORD_TOKEN is missing: set it to the token'],
    ],
    [
      'an Inngest without keys',
      { INNGEST_BASE_URL: 'http://i' },
      ['INNGEST_EVENT_KEY is missing: set it to an event key'],
    ],
    [
      'an Inngest event key alone',
      { INNGEST_EVENT_KEY: 'e' },
      ['INNGEST_SIGNING_KEY is missing: set it to the signing key'],
    ],
    [
      'an Inngest signing key alone',
      { INNGEST_SIGNING_KEY: 's' },
      ['INNGEST_EVENT_KEY is missing: set it to an event key'],
    ],
  ])('%s', (_name, environment, words) => {
    const line = complaint(environment)
    for (const part of words) expect(line).toContain(part)
    expect(line.split('; ')).toHaveLength(words.length)
  })

  test.each<[string, Environment]>([
    ['Slack over Socket Mode', { ...slack, SLACK_APP_TOKEN: 'xapp-1' }],
    ['Slack over signed HTTP', { ...slack, SLACK_SIGNING_SECRET: 's' }],
    ['Slack over both', { ...slack, SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: 's' }],
    ['Discord', discord],
    ['Inngest Cloud', { INNGEST_EVENT_KEY: 'e', INNGEST_SIGNING_KEY: 's' }],
  ])('%s is whole', (_name, environment) => expect(complaint(environment)).toBe(''))
})

describe('an http: APP_URL', () => {
  const refusal = 'APP_URL must begin with https: in production'
  const inProduction = (APP_URL: string) => ({ NODE_ENV: 'production', DESK_LOCAL: '1', APP_URL })

  test.each([
    'http://desk.example',
    'HTTP://DESK.EXAMPLE:8080/',
    'http://192.168.1.5:5000',
    'http://10.0.0.1',
    'http://[fe80::1]',
    'http://0.0.0.0:5000',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'http://localhost@evil.example',
    'http://notlocalhost',
  ])('%s is refused in production, and only there', (appUrl) => {
    expect(complaint(inProduction(appUrl))).toContain(refusal)
    expect(complaint({ APP_URL: appUrl })).toBe('')
  })

  test.each([
    'http://localhost:5000',
    'http://127.0.0.1',
    'http://127.8.9.1:80',
    'http://[::1]:5000',
    'http://desk.localhost',
    'https://desk.example',
  ])('%s is none, or stays on this machine', (appUrl) => {
    expect(complaint(inProduction(appUrl))).toBe('')
  })
})

describe('production', () => {
  const whole: Environment = {
    NODE_ENV: 'production',
    MONGODB_URI: 'mongodb://db.example/desk',
    INNGEST_EVENT_KEY: 'e',
    INNGEST_SIGNING_KEY: 's',
    MAILTRAP_SMTP_HOST: 'smtp.example',
    JWT_SECRET: strong,
    APP_URL: 'https://desk.example',
  }

  test('needs no chat and no Gemini', () => expect(complaint(whole)).toBe(''))

  test.each(['MONGODB_URI', 'MAILTRAP_SMTP_HOST', 'JWT_SECRET', 'APP_URL'])(
    'lets nothing stand in for %s',
    (name) => {
      expect(complaint({ ...whole, [name]: undefined })).toBe(
        `Configuration: ${name} is missing: set it in production, or DESK_LOCAL=1 to allow stand-ins on this machine.`,
      )
    },
  )

  test('lets nothing stand in for Inngest', () => {
    const without = { ...whole, INNGEST_EVENT_KEY: undefined, INNGEST_SIGNING_KEY: undefined }
    expect(complaint(without)).toContain('INNGEST_EVENT_KEY is missing: set it in production')
  })

  test('names all that is missing at once', () => {
    expect(complaint({ NODE_ENV: 'production' }).match(/\w+ is missing/g)).toHaveLength(5)
  })

  test.each(['secret', 'x'.repeat(31)])('refuses the weak secret %s', (weak) => {
    expect(complaint({ ...whole, JWT_SECRET: weak })).toContain(
      'JWT_SECRET is too weak: use at least 32 random bytes',
    )
  })

  test('counts the secret in bytes', () => {
    expect(complaint({ ...whole, JWT_SECRET: 'ä'.repeat(16) })).toBe('')
  })

  test('with DESK_LOCAL=1 takes stand-ins on purpose', () => {
    expect(readConfiguration({ NODE_ENV: 'production', DESK_LOCAL: '1' })).toMatchObject({ production: true })
  })

  test('with DESK_LOCAL=0 does not', () => {
    expect(complaint({ NODE_ENV: 'production', DESK_LOCAL: '0' })).toContain('MONGODB_URI is missing')
  })
})

describe('the playground', () => {
  const platforms = (list?: string) =>
    readConfiguration({ DESK_PLAYGROUND_PLATFORMS: list }).playgroundPlatforms

  test('has the platforms that are named, and both by default', () => {
    expect(platforms()).toEqual(new Set(['slack', 'discord']))
    expect(platforms('slack, discord-forum')).toEqual(new Set(['slack', 'discord-forum']))
  })

  test.each([
    ['slak', 'must be a comma-separated list of slack, discord, discord-forum'],
    ['discord,discord-forum', 'must name either discord or discord-forum'],
  ])('%j is refused', (list, words) => {
    expect(complaint({ DESK_PLAYGROUND_PLATFORMS: list })).toBe(
      `Configuration: DESK_PLAYGROUND_PLATFORMS ${words}.`,
    )
  })
})

describe('what a process does', () => {
  test('is what its roles say', () => {
    expect(readConfiguration({ DESK_ROLES: 'api, discord' }).roles).toEqual(new Set(['api', 'discord']))
  })

  test.each(['apis', 'api,', 'api worker'])('%j is refused with the roles that there are', (list) => {
    expect(complaint({ DESK_ROLES: list })).toBe(
      'Configuration: DESK_ROLES must be a comma-separated list of api, worker, slack, discord.',
    )
  })

  test('a short metrics token is refused', () => {
    expect(complaint({ DESK_METRICS_TOKEN: 'short' })).toBe(
      'Configuration: DESK_METRICS_TOKEN must be at least 16 characters.',
    )
  })
})

test('sessions end unused after a day, or after as many minutes as are set', () => {
  const idleMs = (minutes: string) => readConfiguration({ DESK_SESSION_IDLE_MINUTES: minutes }).sessionIdleMs
  expect([idleMs(''), idleMs('30')]).toEqual([86_400_000, 1_800_000])
  for (const wrong of ['4', '10081', 'soon', '7.5'])
    expect(complaint({ DESK_SESSION_IDLE_MINUTES: wrong })).toContain('DESK_SESSION_IDLE_MINUTES')
})

describe('inbound mail', () => {
  const smtp = { MAILTRAP_SMTP_HOST: 'smtp.example' }
  const address = { INBOUND_MAIL_ADDRESS: 'Support@Example.com' }
  const imap = (url: string) => readConfiguration({ ...smtp, ...address, IMAP_URL: url }).inboundMail?.imap

  test('is off on a desk with a mail server, unless it is configured', () =>
    expect(readConfiguration(smtp).inboundMail).toBeUndefined())

  test('reads the parts of an IMAP address', () => {
    expect(imap('imaps://desk%40example.com:p%3Aw@mail.example.com/Support%20desk')).toEqual({
      host: 'mail.example.com',
      port: 993,
      secure: true,
      needsTls: true,
      servername: 'mail.example.com',
      user: 'desk@example.com',
      pass: 'p:w',
      folder: 'Support desk',
    })
    expect(imap('imap://desk:pw@127.0.0.1:1143')).toMatchObject({
      port: 1143,
      secure: false,
      needsTls: false,
      folder: 'INBOX',
    })
    expect(imap('imap://desk:pw@mail.example.com')).toMatchObject({
      port: 143,
      secure: false,
      needsTls: true,
    })
  })

  test.each<[string, Environment, RegExp]>([
    [
      'an IMAP address without a password',
      { ...address, IMAP_URL: 'imaps://desk@mail.example.com' },
      /IMAP_URL must be imaps:/,
    ],
    [
      'an IMAP address of another kind',
      { ...address, IMAP_URL: 'https://desk:pw@mail.example.com' },
      /IMAP_URL must be imaps:/,
    ],
    [
      'a mailbox without its address',
      { ...smtp, IMAP_URL: 'imaps://desk:pw@mail.example.com' },
      /INBOUND_MAIL_ADDRESS is missing/,
    ],
    [
      'an address that nothing reads',
      { ...smtp, ...address },
      /IMAP_URL or INBOUND_MAIL_WEBHOOK_SECRET is missing/,
    ],
    ['an address with a plus', { INBOUND_MAIL_ADDRESS: 'a+b@example.com' }, /without a plus/],
    [
      'an address too long to be signed',
      { INBOUND_MAIL_ADDRESS: `${'a'.repeat(28)}@example.com` },
      /at most 27/,
    ],
    ['a secret that can be guessed', { ...address, INBOUND_MAIL_WEBHOOK_SECRET: 'short' }, /at least 16/],
    ['a misspelt name', { INBOUND_MAIL_ADRESS: 'a@b.example' }, /did you mean INBOUND_MAIL_ADDRESS/],
  ])('%s is refused', (_what, environment, words) => expect(complaint(environment)).toMatch(words))

  test('passwords stay out of error messages', () =>
    expect(complaint({ ...smtp, IMAP_URL: 'imaps:/desk:geheim@mail.example.com' })).not.toContain('geheim'))
})
