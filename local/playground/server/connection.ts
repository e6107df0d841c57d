import type { z } from 'zod'
import { type Call, calls, type FromPage, type FromServer, fromPageSchema, maxMails } from '../protocol.ts'
import { deskActions } from './desk-actions.ts'
import { discordActions } from './discord-actions.ts'
import type { HostedContents } from './hosted-contents.ts'
import { Refusal, refusalOf } from './refusal.ts'
import { refusedPayloads } from './refused-payloads.ts'
import type { ShownServices } from './shown-services.ts'
import { slackActions } from './slack-actions.ts'

/** Screens are sent at most this often. */
const pushEveryMs = 60
/** A page that reads too slowly gets the next screen when it has caught up. */
const maxWaitingBytes = 8_000_000

type Watch = Extract<z.output<typeof fromPageSchema>, { type: 'watch' }>
type Screen = Extract<FromServer, { type: 'screen' }>
type Page = { send: (message: string) => void; waitingBytes: () => number }
type Action = (as: string, args: unknown) => unknown

/** One open page: sends what its people see, and carries out what they do. @returns takes its messages, and ends it */
export function connectPage(page: Page, services: ShownServices, { files, mails }: HostedContents) {
  const { slack, discord, mailbox, people, consoleUrl, firstChannel, troubles } = services
  const actions: Partial<Record<Call, unknown>> = {
    ...(slack && slackActions(slack)),
    ...(discord && discordActions(discord, files)),
    ...deskActions(services, mails),
  }
  const sent = new Map<string, string>()
  let watch: Watch = { type: 'watch', slack: null, discord: null, mailbox: false }
  let timer: NodeJS.Timeout | undefined
  let pushed = Promise.resolve()

  const send = (message: FromServer) => page.send(JSON.stringify(message))

  async function screen(): Promise<Required<Omit<Screen, 'type'>>> {
    const mails = watch.mailbox ? await mailbox?.list({ limit: maxMails }) : undefined
    return {
      slack: slack && watch.slack ? slack.screen(watch.slack) : null,
      discord: discord && watch.discord ? discord.screen(watch.discord) : null,
      mailbox: mails?.map((mail) => ({ ...mail, date: mail.date.toISOString() })) ?? null,
      troubles: troubles.current(),
      refused: refusedPayloads(slack, discord),
    }
  }

  /** Sends the parts that are another than before. */
  async function push() {
    if (page.waitingBytes() > maxWaitingBytes) return soon()
    markRead()
    const changed = Object.entries(await screen()).filter(([part, shown]) => {
      const text = JSON.stringify(shown)
      if (sent.get(part) === text) return false
      sent.set(part, text)
      return true
    })
    if (changed.length > 0) send({ type: 'screen', ...Object.fromEntries(changed) })
  }

  function markRead() {
    if (watch.slack?.open) slack?.read(watch.slack.person, watch.slack.open)
    if (watch.discord?.open) discord?.read(watch.discord.person, watch.discord.open)
  }

  function soon() {
    timer ??= setTimeout(() => {
      timer = undefined
      pushed = pushed.then(push).catch(giveUp)
    }, pushEveryMs)
  }

  /** A screen of somebody who isn't there. The page has to choose another one. */
  const giveUp = (error: unknown) => send({ type: 'error', id: -1, error: refusalOf(error) })

  async function perform({ id, as = '', call, args }: Extract<FromPage, { type: 'call' }>) {
    try {
      const action = actions[call] as Action | undefined
      if (!action) throw new Refusal('not_here', 'The desk uses the real platform, so use its own client.')
      const read = calls[call].safeParse(args)
      if (!read.success)
        throw new Refusal('invalid_arguments', read.error.issues.map(({ message }) => message).join('; '))
      send({ type: 'result', id, result: (await action(as, read.data)) ?? {} })
    } catch (error) {
      send({ type: 'error', id, error: refusalOf(error) })
    }
  }

  function receive(text: string) {
    const message = fromPageSchema.parse(JSON.parse(text))
    if (message.type === 'call') return void perform(message)
    watch = message
    soon()
  }

  const ends = [
    slack?.onChange(soon),
    discord?.onChange(soon),
    troubles.onChange(soon),
    services.onMail(soon),
  ]
  send({
    type: 'welcome',
    people,
    platforms: { slack: slack !== undefined, discord: discord !== undefined },
    consoleUrl,
    deskChannel: discord?.channelId ?? null,
    firstChannel,
    mailAddress: services.inboundMail?.address ?? null,
    troubles: troubles.offered,
  })

  return {
    receive,
    close() {
      clearTimeout(timer)
      for (const end of ends) end?.()
    },
  }
}
