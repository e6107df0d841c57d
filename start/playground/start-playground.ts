import { watch } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { type InboundMail, receiveMail } from '../../core/inbound-mail/receive-mail.ts'
import { builtPage } from '../../local/playground/build-page.ts'
import type { PlaygroundPerson } from '../../local/playground/protocol.ts'
import { servePlayground } from '../../local/playground/server/serve.ts'
import { createTroubles } from '../../local/playground/server/troubles.ts'
import type { Core } from '../open-core.ts'
import type { Prepared } from '../prepare.ts'
import { admin, employees, generalChannel, member, moderators } from './people.ts'
import type { Accounts } from './set-up-people.ts'
import { signInLinks } from './sign-in-link.ts'
import { troublesOf } from './simulate.ts'
import { filesFolder, type Platforms } from './start-platforms.ts'

/**
 * Serves the playground. Its page may still be built meanwhile, so that the desk doesn't start later because of it.
 * @returns its link with the token
 */
export async function startPlayground(
  prepared: Prepared,
  platforms: Platforms,
  { desk, inbound }: Core,
  accounts: Accounts,
  print: (line: string) => void,
) {
  const { configuration, dataFolder, services, http, gemini } = prepared
  const { slack, discord, secrets } = platforms
  const troubles = createTroubles(
    troublesOf({
      slack,
      discord,
      mailbox: services.mailbox,
      useGemini: configuration.gemini ? undefined : gemini.use,
    }),
  )
  const mailFolder = path.join(dataFolder, 'mail')
  if (services.mailbox) await mkdir(mailFolder, { recursive: true, mode: 0o700 })
  const { url, close } = await servePlayground({
    surroundings: {
      slack,
      discord,
      mailbox: services.mailbox,
      inboundMail: services.mailbox && inbound && inboundMailOf(inbound),
      onMail: services.mailbox ? onNewFile(mailFolder) : () => () => {},
      people: peopleOf(platforms, accounts),
      signInLink: signInLinks(desk, accounts, configuration.appUrl),
      troubles,
      consoleUrl: configuration.appUrl,
      firstChannel: generalChannel.id,
    },
    page: builtPage({ report: print, log: path.join(dataFolder, 'logs', 'playground-build.log') }),
    files: filesFolder(dataFolder),
    port: configuration.port === 0 ? 0 : http.port + 1,
    token: secrets.page,
  })
  const stop = async () => {
    troubles.stopAll()
    await close()
  }
  return { url, stop }
}

const inboundMailOf = (inbound: InboundMail) => ({
  address: inbound.policy.address,
  receive: (mail: Uint8Array) => receiveMail(inbound, Readable.from([mail])),
})

const onNewFile = (folder: string) => (look: () => void) => {
  const watcher = watch(folder, look)
  return () => watcher.close()
}

function peopleOf({ slack, discord }: Platforms, accounts: Accounts): PlaygroundPerson[] {
  const hasAccount = (key: string) => accounts[key] !== undefined
  const inSlack = employees.map(({ handle: key, name, email, about, slack: id }) => ({
    ...{ key, name, email, about },
    role: 'requester' as const,
    slack: id,
    hasAccount: hasAccount(key),
  }))
  const inDiscord = moderators.map(({ handle: key, name, email, skills, discord: id, slack: member }) => ({
    ...{ key, name, email },
    role: 'moderator' as const,
    discord: id,
    ...(slack && member ? { slack: member } : {}),
    about: skills.join(', '),
    hasAccount: hasAccount(key),
  }))
  const { key, name, email } = admin
  return [
    ...(slack ? inSlack : []),
    ...(discord
      ? [
          ...inDiscord,
          {
            ...{ key: member.handle, name: member.name, email: '', discord: member.discord },
            role: 'none' as const,
            about: 'A member of the server whom the desk does not know',
            hasAccount: false,
          },
        ]
      : []),
    {
      ...{ key, name, email },
      role: 'admin',
      about: 'Roles, skills, lists and health',
      hasAccount: hasAccount(key),
    },
  ]
}
