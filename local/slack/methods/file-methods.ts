import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { bytesOf } from '../../read-body.ts'
import { failure } from '../failure.ts'
import type { FileContents } from '../file-contents.ts'
import { isFields } from '../schemas/schema.ts'
import type { SentFile } from '../workspace.ts'
import { type Arguments, optionalText, requiredText, structure } from './arguments.ts'
import { type Method, ownChannel, type SlackContext } from './method.ts'

/** An upload on its way. @property file set once its bytes have come */
type Upload = { id: string; name: string; length: number; file?: SentFile }

type Options = {
  contents: FileContents
  botToken: string
  hasScope: (scope: string) => boolean
}

/** The files of the workspace: their methods, and the addresses for their bytes. */
export function createFileMethods(
  { workspace, appEvents, origin }: SlackContext,
  { contents, botToken, hasScope }: Options,
) {
  const { app, team, files } = workspace
  const fromBot = { user: app.botUserId, bot_id: app.botId, app_id: app.id }
  const uploads = new Map<string, Upload>()

  function known(args: Arguments): SentFile {
    const file = files.get(requiredText(args, 'file', 'file_not_found'))
    if (!file) throw failure('file_not_found')
    return file
  }

  function info(args: Arguments) {
    const file = known(args)
    const address = `${origin()}/files-pri/${team.id}-${file.id}`
    const name = encodeURIComponent(file.name)
    return {
      file: {
        ...{ id: file.id, name: file.name, title: file.name, mimetype: file.mimetype, size: file.size },
        mode: 'hosted',
        url_private: `${address}/${name}`,
        url_private_download: `${address}/download/${name}`,
      },
    }
  }

  function getUploadUrl(args: Arguments) {
    const length = Number(requiredText(args, 'length'))
    if (!Number.isInteger(length) || length < 1) throw failure('invalid_arguments')
    const token = randomUUID()
    const id = workspace.nextId('FU')
    uploads.set(token, { id, name: requiredText(args, 'filename'), length })
    return { upload_url: `${origin()}/upload/${token}`, file_id: id }
  }

  function complete(args: Arguments) {
    const given = structure(args, 'files', 'invalid_arguments')
    if (!Array.isArray(given) || given.length === 0) throw failure('invalid_arguments')
    const done = given.map((one) => {
      const upload = [...uploads.values()].find(({ id }) => isFields(one) && id === one.id)
      if (!upload?.file) throw failure('file_not_found')
      return upload.file
    })
    const channelId = optionalText(args, 'channel_id')
    if (channelId) share(channelId, done, optionalText(args, 'thread_ts'))
    return { files: done.map(({ id, name }) => ({ id, title: name })) }
  }

  function share(channelId: string, shared: SentFile[], thread: string | undefined) {
    const channel = ownChannel(workspace, channelId)
    if (thread && !workspace.find(channelId, thread)) throw failure('thread_not_found')
    const message = workspace.post(channel, {
      ...fromBot,
      text: '',
      files: shared,
      subtype: 'file_share',
      ...(thread && { thread_ts: thread }),
    })
    appEvents.posted(channel, message)
  }

  /** An app deletes its own files. Messages that showed nothing else go with them. */
  function remove(args: Arguments) {
    const file = known(args)
    const own =
      [...uploads.values()].some((upload) => upload.file?.id === file.id) || file.id.startsWith('FU')
    if (!own) throw failure('cant_delete_file')
    files.delete(file.id)
    for (const channel of workspace.channels.values())
      for (const message of channel.messages.filter((one) => one.files?.some(({ id }) => id === file.id))) {
        const left = message.files?.filter(({ id }) => id !== file.id) ?? []
        if (left.length > 0 || message.text) workspace.edit(channel, message, { ...message, files: left })
        else workspace.remove(channel, message)
      }
    return {}
  }

  /** Takes the bytes of an upload. The address itself is the permission. */
  async function take(request: IncomingMessage, response: ServerResponse, token: string) {
    const upload = uploads.get(token)
    const content = Buffer.from(await bytesOf(request))
    if (!upload || upload.file || content.length !== upload.length) return response.writeHead(400).end()
    const { name } = upload
    const mimetype = mimetypeOf(name)
    const kept = await contents.keep({ name, mimetype, content })
    upload.file = {
      id: upload.id,
      name,
      mimetype,
      size: content.length,
      content: kept.id,
      ...(kept.url && { url: kept.url }),
    }
    files.set(upload.id, upload.file)
    return response.writeHead(200).end(`OK - ${content.length}`)
  }

  /** Hands out bytes to the app's token alone. Others are sent to log in, as by Slack. */
  async function give(request: IncomingMessage, response: ServerResponse, path: string) {
    const id = /^\/files-pri\/[^/-]+-(\w[\w-]*)\//.exec(path)?.[1] ?? ''
    const mayRead = request.headers.authorization === `Bearer ${botToken}` && hasScope('files:read')
    if (!mayRead) return response.writeHead(302, { location: `https://${team.domain}.slack.com/` }).end()
    const file = files.get(id)
    const content = file && (await contents.read(file.content ?? file.id))
    if (!file || !content) return response.writeHead(404).end()
    return response
      .writeHead(200, { 'content-type': file.mimetype, 'content-length': content.length })
      .end(content)
  }

  const methods: Record<string, Method> = {
    'files.info': { scopes: ['files:read'], run: info },
    'files.getUploadURLExternal': { scopes: ['files:write'], run: getUploadUrl },
    'files.completeUploadExternal': { scopes: ['files:write'], run: complete },
    'files.delete': { scopes: ['files:write'], run: remove },
  }
  return { methods, take, give }
}

const types: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  pdf: 'application/pdf',
  txt: 'text/plain',
}
const mimetypeOf = (name: string) =>
  types[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'
