import { z } from 'zod'
import { fileViewSchema } from '../../core/attachments/attached-file.ts'
import { discardFile } from '../../core/attachments/discard-file.ts'
import { attachedFrom } from '../../core/attachments/take-files.ts'
import { uploadFile } from '../../core/attachments/upload-file.ts'
import type { Desk } from '../../core/desk.ts'
import { idSchema } from '../../core/ids.ts'
import { readFile, readLinkedFile } from '../../core/tickets/files/read-file.ts'
import { uploadPath } from '../body-deadline.ts'
import { exampleFile } from '../examples/tickets.ts'
import { readUpload } from '../read-upload.ts'
import { route } from '../route.ts'
import { serveFile } from '../serve-file.ts'

const tag = 'Files'
const access = 'signed-in'
const fileParams = z.object({ id: idSchema.describe('24 hex digits') })
const theFile = { contentType: 'application/octet-stream', schema: z.string(), example: '…' }

/** Files are uploaded first, and attached when a ticket is filed or commented on with their ids. */
export const fileRoutes = (desk: Desk) => [
  route({
    method: 'post',
    path: uploadPath,
    summary: 'Upload a file, to attach it to a ticket or comment within a day',
    tag,
    access,
    scope: 'tickets:write',
    upload: 'file',
    query: z.strictObject({
      name: z.string().max(1_000).optional().describe('the file’s name, unless a form tells it'),
    }),
    successes: {
      201: {
        description: 'Stored. It belongs to nothing yet.',
        schema: z.object({ file: fileViewSchema }),
        example: { file: exampleFile },
      },
    },
    refusals: ['too-large'],
    handle: async ({ caller, query, request }) => {
      const file = await readUpload(request, query.name ?? '', (source, name) =>
        uploadFile(desk, caller.user, source, name),
      )
      return { status: 201, body: { file: attachedFrom(desk, file) } }
    },
  }),
  route({
    method: 'get',
    path: '/api/files/{id}',
    summary: 'Download a file of a ticket or comment that you see, or one that you have uploaded',
    tag,
    access,
    scope: 'tickets:read',
    confidential: true,
    params: fileParams,
    query: z.strictObject({
      inline: z
        .enum(['', '1'])
        .optional()
        .describe('shows a PNG, JPEG, GIF or WebP in place; everything else is saved'),
    }),
    successes: {
      200: { description: 'The file.', ...theFile },
      206: { description: 'The range of it that `Range` asked for.', ...theFile },
    },
    refusals: ['not-found', 'conflict'],
    handle: async ({ caller, params, query, request }) =>
      serveFile(desk, await readFile(desk, caller.user, params.id), request, query.inline !== undefined),
  }),
  route({
    method: 'delete',
    path: '/api/files/{id}',
    summary: 'Remove a file that you have uploaded and not attached',
    tag,
    access,
    scope: 'tickets:write',
    params: fileParams,
    successes: { 204: { description: 'Removed.' } },
    refusals: ['not-found', 'conflict'],
    handle: async ({ caller, params }) => {
      await discardFile(desk, caller.user, params.id)
      return { status: 204 }
    },
  }),
  route({
    method: 'get',
    path: '/files/{token}',
    summary: 'Download a file by the link in a chat, for seven days and without signing in',
    tag,
    access: 'public',
    confidential: true,
    params: z.object({
      token: z
        .string()
        .regex(/^[\w-]{1,300}$/)
        .describe('the sealed token of the link'),
    }),
    successes: {
      200: { description: 'The file.', ...theFile },
      206: { description: 'The range of it that `Range` asked for.', ...theFile },
    },
    refusals: ['conflict'],
    handle: async ({ params, request }) => serveFile(desk, await readLinkedFile(desk, params.token), request),
  }),
]
