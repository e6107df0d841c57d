import { watch } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { type InboundMail, receiveMail } from '../../core/inbound-mail/receive-mail.ts'
import { builtPage } from '../../local/playground/build-page.ts'
import { servePlayground } from '../../local/playground/server/serve.ts'
import { createTroubles } from '../../local/playground/server/troubles.ts'
import type { Core } from '../open-core.ts'
import type { Prepared } from '../prepare.ts'
import { generalChannel } from './people.ts'
import { playedPeople } from './played-people.ts'
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
    services: {
      slack,
      discord,
      mailbox: services.mailbox,
      inboundMail: services.mailbox && inbound && inboundMailOf(inbound),
      onMail: services.mailbox ? onNewFile(mailFolder) : () => () => {},
      people: playedPeople(platforms, accounts),
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
