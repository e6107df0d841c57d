import { createServer, type Server } from 'node:http'
import path from 'node:path'
import express, { type Express } from 'express'
import { type WebSocket, WebSocketServer } from 'ws'
import { refuseUpgrade } from '../../refuse-upgrade.ts'
import { maxMessageBytes, protocolName } from '../protocol.ts'
import { isOwnHost, mayConnect } from './access.ts'
import { connectPage } from './connection.ts'
import { mailPolicy, pagePolicy } from './content-policies.ts'
import { isDisplayable } from './files.ts'
import { createHostedContents, type HostedContents } from './hosted-contents.ts'
import type { ShownServices } from './shown-services.ts'

export type PlaygroundOptions = {
  services: ShownServices
  /** folder of the built page; requests wait until it is there */
  page: Promise<string>
  /** folder for the contents of files that people send */
  files: string
  /** the port to take if it is free; another one otherwise */
  port: number
  token: string
}

/** Serves the page and its WebSocket on 127.0.0.1. @returns where, with the token behind # */
export async function servePlayground({ services, page, files: folder, port, token }: PlaygroundOptions) {
  const kept = createHostedContents(folder)
  const server = createServer()
  const bound = await listen(server, port)
  server.on('request', pageApp(page, kept, bound, services.discord))
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxMessageBytes,
    handleProtocols: () => protocolName,
  })
  server.on('upgrade', (request, socket, head) => {
    if (request.url !== '/live' || !mayConnect(request.headers, { port: bound, token }))
      return refuseUpgrade(socket, '403 Forbidden')
    sockets.handleUpgrade(request, socket, head, (live) => attend(live, services, kept))
  })
  return {
    url: `http://localhost:${bound}/#${token}`,
    async close() {
      for (const client of sockets.clients) client.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function attend(live: WebSocket, services: ShownServices, kept: HostedContents) {
  const page = { send: (message: string) => live.send(message), waitingBytes: () => live.bufferedAmount }
  const connection = connectPage(page, services, kept)
  live.on('message', (data) => {
    try {
      connection.receive(String(data))
    } catch {
      live.close(1008, 'The page is of another version. Reload it.')
    }
  })
  live.on('error', () => live.terminate())
  live.on('close', connection.close)
}

/** The page's files, for requests to this machine by name. */
function pageApp(
  page: Promise<string>,
  { files, mails }: HostedContents,
  port: number,
  discord: ShownServices['discord'],
): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use((request, response, next) => {
    response.set({
      'Content-Security-Policy': pagePolicy,
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    })
    if (isOwnHost(request.headers, port)) next()
    else response.status(403).end()
  })
  app.get('/files/:id', async (request, response) => {
    const file = await files.read(request.params.id, String(request.query.type))
    if (!file) return void response.status(404).end()
    response
      .type(file.type)
      .set('Content-Disposition', isImage(file.type) ? 'inline' : 'attachment')
      .end(file.content)
  })
  app.get('/discord-files/:id', (request, response) => {
    const file = discord?.file(request.params.id)
    if (!file) return void response.status(404).end()
    const isShown = isDisplayable(file.type)
    response
      .type(isShown ? file.type : 'application/octet-stream')
      .set('Content-Disposition', isShown ? 'inline' : 'attachment')
      .end(Buffer.from(file.bytes))
  })
  app.get('/mails/:id', (request, response) => {
    const html = mails.read(request.params.id)
    if (!html) return void response.status(404).end()
    response.set('Content-Security-Policy', mailPolicy).type('html').send(html)
  })
  const pages = page.then((folder) => express.static(folder))
  pages.catch((error: Error) => console.error(error.message))
  app.use(async (request, response, next) => (await pages)(request, response, next))
  app.get('/gallery', async (_, response) => response.sendFile(path.join(await page, 'index.html')))
  return app
}

const isImage = (type: string) => type.startsWith('image/')

async function listen(server: Server, port: number): Promise<number> {
  const on = (wanted: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(wanted, '127.0.0.1', () => {
        server.off('error', reject)
        resolve()
      })
    })
  await on(port).catch(() => on(0))
  const address = server.address()
  return typeof address === 'object' && address ? address.port : port
}
