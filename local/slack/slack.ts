import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdministration } from './administration.ts'
import { contentsInMemory } from './file-contents.ts'
import { createObservation } from './observation.ts'
import { createParts } from './parts.ts'
import { createPeople } from './person/person.ts'
import { createRoutes } from './routes.ts'
import { type SlackLook, slackScreen } from './screen.ts'
import type { SlackScreen } from './screen-shape.ts'
import type { SlackOptions } from './slack-options.ts'
import type { SentFile } from './workspace.ts'

export type Slack = Awaited<ReturnType<typeof startSlack>>

/** A strict stand-in for one Slack workspace with one app in it, on loopback. */
export async function startSlack(options: SlackOptions) {
  const { signingSecret, botToken, appToken, contents = contentsInMemory() } = options
  let boundPort = 0
  const origin = () => `http://127.0.0.1:${boundPort}`
  const parts = createParts(options, origin)
  const { context, delivery, socket, connection, reads, faults, calls } = parts
  const { workspace, views, appEvents } = context
  const { changed, onChange, waitFor } = parts.watch
  const route = createRoutes(options, parts, contents)
  const server = createServer((request, response) => {
    route(request, response).catch((error) => response.destroy(error))
  })
  server.on('upgrade', socket.upgrade)
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  boundPort = (server.address() as AddressInfo).port

  const as = createPeople({
    ...{ context, delivery, changed, waitFor },
    responseUrls: parts.responseUrls,
    commands: options.commands?.map(({ command }) => command),
  })

  return {
    /** For `SLACK_API_URL`. */
    url: `${origin()}/api/`,
    team: workspace.team,
    app: workspace.app,
    signingSecret,
    botToken,
    appToken,
    calls,
    /** Everything that was sent to the app, with the acks. */
    deliveries: delivery.deliveries,
    ...createAdministration({ workspace, appEvents, changed }),

    /** Puts a file into the workspace, as somebody's client uploads it before it sends a message or form. */
    async addFile({
      name,
      mimetype,
      content,
    }: {
      name: string
      mimetype: string
      content: Buffer
    }): Promise<SentFile> {
      const kept = await contents.keep({ name, mimetype, content })
      const file = { ...kept, name, mimetype, size: content.length }
      workspace.files.set(file.id, file)
      return file
    },

    failNext: faults.add,
    clearFaults: faults.clear,
    as,
    waitFor,

    connect: connection.connect,

    /** The app's sockets: how many, asking them to reconnect, cutting them off. */
    socket: {
      connections: socket.connections,
      disconnect: socket.disconnect,
      cut: socket.cut,
      stray: socket.stray,
    },

    /** What one person sees. */
    screen: (look: SlackLook): SlackScreen =>
      slackScreen(
        {
          workspace,
          views,
          reads,
          ephemeral: context.ephemeral,
          commands: options.commands ?? [],
          shortcuts: options.shortcuts ?? [],
          isConnected: socket.connections() > 0,
        },
        look,
      ),

    /** The person has the conversation before their eyes. */
    read(personId: string, channelId: string) {
      const channel = workspace.channels.get(channelId)
      if (channel?.members.has(personId) && reads.read(personId, channel)) changed()
    },

    onChange,

    redeliver: delivery.redeliver,

    /** No event that was not acknowledged is repeated any more. */
    giveUp: delivery.giveUp,

    /** Goes on with what the app was not told before the last stop. */
    goOn: () => void delivery.goOn(),

    ...createObservation(workspace),

    async close() {
      parts.closing.abort()
      await socket.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
