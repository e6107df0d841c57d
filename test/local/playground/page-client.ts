import { once } from 'node:events'
import { WebSocket } from 'ws'
import {
  type Arguments,
  type Call,
  type FromPage,
  type FromServer,
  protocolName,
  type Result,
} from '../../../local/playground/protocol.ts'

type Screen = Omit<Extract<FromServer, { type: 'screen' }>, 'type'>

type Wrong = { origin?: string; host?: string; token?: string; cookie?: string }

/** The playground's page as its server sees it. @param link with the token behind # */
export async function openPage(link: string, { origin, token, ...headers }: Wrong = {}) {
  const { host, hash } = new URL(link)
  const socket = new WebSocket(`ws://${host}/live`, [protocolName, token ?? hash.slice(1)], {
    origin: origin ?? `http://${host}`,
    headers,
  })
  const waiting = new Map<number, (message: Extract<FromServer, { id: number }>) => void>()
  const screen: Screen = {}
  const problems: string[] = []
  let welcome: Extract<FromServer, { type: 'welcome' }> | undefined
  let lastId = 0
  let screens = 0

  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as FromServer
    if (message.type === 'welcome') welcome = message
    else if (message.type === 'screen') {
      screens += 1
      Object.assign(screen, message)
    } else if (message.id === -1 && message.type === 'error') problems.push(message.error.message)
    else waiting.get(message.id)?.(message)
  })
  await once(socket, 'open')

  const send = (message: FromPage) => socket.send(JSON.stringify(message))

  return {
    send,
    /** what is on the screen now */
    screen,
    screens: () => screens,
    problems,
    welcome: () => welcome,
    watch: (watch: Omit<Extract<FromPage, { type: 'watch' }>, 'type'>) => send({ type: 'watch', ...watch }),

    /** @throws Error with the code and the words of a refusal */
    async call<Name extends Call>(call: Name, args: Arguments<Name>, as?: string): Promise<Result<Name>> {
      const id = ++lastId
      const answer = Promise.withResolvers<Extract<FromServer, { id: number }>>()
      waiting.set(id, answer.resolve)
      send({ type: 'call', id, call, args, ...(as && { as }) })
      const message = await answer.promise
      waiting.delete(id)
      if (message.type === 'error') throw new Error(`${message.error.code}: ${message.error.message}`)
      return message.result as Result<Name>
    },

    closed: once(socket, 'close'),
    close: () => socket.terminate(),
  }
}
