import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FileContents } from './file-contents.ts'
import { createMessagePace } from './message-pace.ts'
import type { Arguments } from './methods/arguments.ts'
import { chatMethods } from './methods/chat-methods.ts'
import { conversationMethods } from './methods/conversation-methods.ts'
import { createFileMethods } from './methods/file-methods.ts'
import { peopleMethods } from './methods/people-methods.ts'
import { reactionMethods } from './methods/reaction-methods.ts'
import { viewMethods } from './methods/view-methods.ts'
import type { Parts } from './parts.ts'
import type { SlackOptions } from './slack-options.ts'
import { bodyOf, createWebApi } from './web-api.ts'

/** Answers the app's requests: Web API, files, and the addresses that commands and clicks carry. */
export function createRoutes(options: SlackOptions, parts: Parts, contents: FileContents) {
  const { botToken, appToken, scopes } = options
  const { context, faults, socket, record, responseUrls } = parts
  const { changed } = parts.watch
  const hasScope = (scope: string) => !scopes || scopes.includes(scope)
  const files = createFileMethods(context, { contents, botToken, hasScope })
  const tooFast = createMessagePace(options.messagePace)
  const webApi = createWebApi({
    methods: {
      ...chatMethods(context),
      ...files.methods,
      ...conversationMethods(context, hasScope),
      ...peopleMethods(context, hasScope),
      ...viewMethods(context, hasScope),
      ...reactionMethods(context),
      'apps.connections.open': { scopes: [], run: socket.open },
    },
    ...{ botToken, appToken, scopes, record },
    takeFault: (method, args) => faults.take(method) ?? tooFast(method, args),
    settled: changed,
  })

  async function takeResponse(request: IncomingMessage, response: ServerResponse, token: string) {
    const args = JSON.parse((await bodyOf(request)) || '{}') as Arguments
    const { status, body } = responseUrls.answer(token, args)
    response.writeHead(status).end(body)
    changed()
  }

  return async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', context.origin())
    const [, first, rest = ''] = /^\/([^/]+)\/(.*)$/.exec(url.pathname) ?? []
    if (first === 'api') return webApi(request, response, url)
    if (first === 'files-pri') return files.give(request, response, url.pathname)
    if (first === 'upload' && request.method === 'POST') {
      await files.take(request, response, rest)
      return changed()
    }
    if (first === 'response' && request.method === 'POST') return takeResponse(request, response, rest)
    response.writeHead(404).end()
  }
}
