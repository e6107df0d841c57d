/** Which server code imports which. Biome checks the console and the playground's page: this parser reads no TSX. */

/** The folders of core, lowest first. Each imports only those before it. */
const coreOrder = [
  'text',
  'rich-text',
  'secrets',
  'database',
  'audit',
  'outbox',
  'configuration',
  'catalog',
  'users',
  'attachments',
  'tickets',
  'canned-replies',
  'search',
  'live',
  'triage',
  'notifications',
  'inbound-mail',
  'metrics',
  'workflows',
  'migrations',
]

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })
const anyOf = (paths) => `^(${paths.join('|')})`
const packages = (names) => `(^|node_modules/)(${names.join('|')})(/|$)`

const slackPackages = ['@slack']
const discordPackages = ['discord\\.js', '@discordjs', 'discord-api-types']
const surfaces = ['bot/', 'api/', 'admin-web/']
const outside = ['test/', 'main\\.ts', 'user\\.ts', 'start/', 'manifests/']

const coreFolders = coreOrder
  .slice(0, -1)
  .map((folder, index) =>
    rule(
      `core-${folder}`,
      'The folders of core depend on each other in one direction.',
      { path: `^core/${folder}/` },
      { path: coreOrder.slice(index + 1).map((above) => `^core/${above}/`) },
    ),
  )

const surface = (folder, othersPackages) => [
  rule(
    folder,
    'Surfaces import core, never each other.',
    { path: `^${folder}/` },
    {
      path: anyOf([...surfaces, 'local/', ...outside]),
      pathNot: `^${folder}/`,
    },
  ),
  rule(
    `${folder}-packages`,
    'Surfaces import core, never each other.',
    { path: `^${folder}/` },
    { path: packages(othersPackages) },
  ),
]

export default {
  forbidden: [
    rule(
      'core',
      'Core knows no surface: pass it in as a function.',
      { path: '^core/' },
      { path: anyOf([...surfaces, 'local/', ...outside]) },
    ),
    rule(
      'core-packages',
      'Core knows no surface: pass it in as a function.',
      { path: '^core/' },
      { path: packages([...slackPackages, ...discordPackages, 'express']) },
    ),
    ...coreFolders,
    ...surface('bot/slack', discordPackages),
    ...surface('bot/discord', slackPackages),
    ...surface('api', [...slackPackages, ...discordPackages]),
    rule(
      'local',
      'local/ starts stand-ins and knows nothing of the desk.',
      { path: '^local/' },
      { path: anyOf(['core/', ...surfaces, ...outside]) },
    ),
    ...['slack', 'discord', 'gemini'].map((platform) =>
      rule(
        `local-${platform}`,
        'The local platforms know nothing of each other or of the playground, which shows them.',
        { path: `^local/${platform}/` },
        { path: '^local/(slack|discord|gemini|playground)/', pathNot: `^local/${platform}/` },
      ),
    ),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^local/playground/page/' },
    enhancedResolveOptions: { extensions: ['.ts'] },
  },
}
