import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '../../api/problems.ts'
import type { FileView } from '../../core/attachments/attached-file.ts'
import { newId } from '../../core/ids.ts'
import { addComment } from '../../core/tickets/comments/add-comment.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../support/desk-in-process.ts'
import { heldFiles, megabytesOf, png } from '../support/files.ts'
import { waitFor } from '../support/wait-for.ts'

const mebibyte = 1_024 * 1_024

let at: DeskInProcess
let ann: Known
let bob: Known
let max: Known
beforeAll(async () => {
  at = await deskInProcess({
    fileLimits: { fileBytes: 2 * mebibyte, perMessage: 3, ticketBytes: 8 * mebibyte },
  })
  ann = await at.somebody('user')
  bob = await at.somebody('user')
  max = await at.somebody('moderator')
})
afterAll(() => at.close())

type Sent = string | Uint8Array | FormData | AsyncIterable<Uint8Array>

async function send(
  who: Known,
  path: string,
  init: { method?: string; body?: Sent; headers?: Record<string, string> } = {},
) {
  const headers = { authorization: `Bearer ${who.token}`, ...init.headers }
  const response = await fetch(`${at.url}${path}`, { ...init, headers, duplex: 'half' } as RequestInit)
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  }
}

async function upload(who: Known, body: Sent, name = 'a.txt', headers: Record<string, string> = {}) {
  const path = `/api/files?name=${encodeURIComponent(name)}`
  const { status, bytes } = await send(who, path, { method: 'POST', body, headers })
  return { ...(JSON.parse(bytes.toString()) as { file: FileView } & Problem), status }
}
const uploaded = async (who: Known, body: Sent = 'hello', name?: string) =>
  (await upload(who, body, name)).file.id

const formWith = (...files: [name: string, content: string | Uint8Array][]) => {
  const form = new FormData()
  form.set('comment', 'a field that nobody reads')
  for (const [name, content] of files)
    form.append('file', new File([typeof content === 'string' ? content : new Uint8Array(content)], name))
  return form
}
const sendForm = async (who: Known, form: FormData) => {
  const { status, bytes } = await send(who, '/api/files', { method: 'POST', body: form })
  return { ...(JSON.parse(bytes.toString()) as { file: FileView } & Problem), status }
}
const filed = (files: string[]) =>
  ann.api.post<{ ticket: { id: string; files: FileView[] } } & Problem>('/api/tickets', {
    ...{ title: 'Printer on fire', description: 'See the picture.', files },
  })

describe('an upload', () => {
  test.each([
    ['of any type', 'application/octet-stream'],
    ['that says it is JSON, which it isn’t', 'application/json'],
    ['that says it is a page', 'text/html'],
  ])('%s is stored as it is', async (_, type) => {
    const { status, file } = await upload(ann, png, '../fire.png', { 'content-type': type })
    expect({ status, ...file }).toEqual({
      ...{ status: 201, id: expect.any(String), name: 'fire.png', type: 'image/png' },
      ...{ size: png.length, state: 'ready' },
    })
    expect((await send(ann, `/api/files/${file.id}`)).bytes.equals(png)).toBe(true)
  })

  test('by a form has the name that the form tells', async () => {
    const { status, file } = await sendForm(ann, formWith(['Größe.png', png]))
    expect(status).toBe(201)
    expect(file).toMatchObject({ name: 'Größe.png', type: 'image/png', size: png.length })
  })

  test.each([
    ['without a file', formWith(), /no file/],
    ['with two files', formWith(['a', 'b'], ['c', 'd']), /one file at a time/],
    ['with an empty file', formWith(['a', '']), /empty/],
  ])('by a form %s is refused', async (_, form, detail) => {
    expect(await sendForm(ann, form)).toMatchObject({ status: 400, detail: expect.stringMatching(detail) })
  })

  test('by a form that can’t be read is refused', async () => {
    const headers = { 'content-type': 'multipart/form-data' }
    expect(await upload(ann, 'hello', 'a', headers)).toMatchObject({ status: 400 })
    const cut = { 'content-type': 'multipart/form-data; boundary=x' }
    expect(
      await upload(
        ann,
        '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhal',
        'a',
        cut,
      ),
    ).toMatchObject({ status: 400 })
  })

  test.each([
    ['as a body', () => upload(ann, megabytesOf(3))],
    ['in a form', () => sendForm(ann, formWith(['a', Buffer.alloc(3 * mebibyte)]))],
  ])('that is too large, %s, is refused, and nothing is left', async (_, ask) => {
    const before = await heldFiles(at.database)
    expect(await ask()).toMatchObject({
      ...{ status: 413, title: 'Content Too Large', detail: 'A file may have at most 2 MB.' },
      errors: [{ field: 'file' }],
    })
    expect(await heldFiles(at.database)).toEqual(before)
  })

  test.each([
    ['as a body', 'Content-Type: image/png\r\n', ''],
    [
      'in a form',
      'Content-Type: multipart/form-data; boundary=x\r\n',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n',
    ],
  ])('that is cut off, %s, leaves nothing', async (_, type, begin) => {
    const before = await heldFiles(at.database)
    const socket = connect(Number(new URL(at.url).port), '127.0.0.1')
    socket.write(
      `POST /api/files HTTP/1.1\r\nHost: desk\r\nAuthorization: Bearer ${ann.token}\r\nContent-Length: 1000000\r\n${type}\r\n${begin}`,
    )
    socket.write(Buffer.alloc(700_000))
    await waitFor(async () => (await heldFiles(at.database)).chunks > before.chunks, {
      what: 'a first piece',
    })
    socket.destroy()
    await waitFor(async () => (await heldFiles(at.database)).files === before.files, {
      what: 'nothing left',
    })
    expect(await heldFiles(at.database)).toEqual(before)
  })

  test('is for who is signed in, and may write', async () => {
    expect(await send({ ...ann, token: 'none' }, '/api/files', { method: 'POST', body: 'x' })).toMatchObject({
      status: 401,
    })
  })

  test('of more than a ticket holds waits until some of it is sent or removed', async () => {
    const hoarder = await at.somebody('user')
    const ids: string[] = []
    for (let count = 0; count < 4; count++) ids.push(await uploaded(hoarder, megabytesOf(2)))
    expect(await upload(hoarder, 'x')).toMatchObject({ status: 429, detail: /uploaded 8 MB/ })
    expect(await hoarder.api.remove(`/api/files/${ids[0]}`)).toMatchObject({ status: 204 })
    expect(await upload(hoarder, 'x')).toMatchObject({ status: 201 })
  })
})

describe('a download', () => {
  const get = async (content: Sent, name: string, query = '', headers: Record<string, string> = {}) =>
    send(ann, `/api/files/${await uploaded(ann, content, name)}${query}`, { headers })

  test.each([
    ['a picture', png, 'fire.png', 'image/png'],
    ['a page', '<!doctype html><script>alert(1)</script>', 'fire.html', 'text/plain; charset=utf-8'],
    [
      'a drawing',
      '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
      'a.svg',
      'text/plain; charset=utf-8',
    ],
    ['a document', '<?xml version="1.0"?><a/>', 'a.xml', 'application/octet-stream'],
    ['a program', Buffer.from('MZ\0\0'), 'a.exe', 'application/octet-stream'],
  ])('of %s is saved, and nothing of it runs', async (_, content, name, type) => {
    const { status, headers } = await get(content, name, '?inline')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe(type)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-disposition')).toMatch(name === 'fire.png' ? /^inline$/ : /^attachment; /)
  })

  test('of a picture is saved unless it is asked for in place', async () => {
    const { headers } = await get(png, 'fire.png')
    expect(headers.get('content-disposition')).toBe('attachment; filename=fire.png')
  })

  test.each([
    ['"quoted"; filename=evil.exe', /^attachment; filename="\\"quoted\\"; filename=evil.exe"$/],
    ['日本.txt', /^attachment; filename="\?\?\.txt"; filename\*=UTF-8''%E6%97%A5%E6%9C%AC\.txt$/],
    ['a\r\nX-Evil: 1.txt', /^attachment; filename="a X-Evil: 1\.txt"$/],
  ])('is saved as %j', async (name, disposition) => {
    const { headers } = await get('hello', name)
    expect(headers.get('content-disposition')).toMatch(disposition)
    expect(headers.get('x-evil')).toBeNull()
  })

  test.each([
    ['bytes=1-3', 206, 'ell', 'bytes 1-3/5'],
    ['bytes=-2', 206, 'lo', 'bytes 3-4/5'],
    ['bytes=3-', 206, 'lo', 'bytes 3-4/5'],
    ['bytes=9-', 416, '', 'bytes */5'],
    ['bytes=0-0,4-4', 200, 'hello', null],
    ['lines=1-2', 200, 'hello', null],
    ['nonsense', 200, 'hello', null],
  ])('of the range %s', async (range, status, content, contentRange) => {
    const got = await get('hello', 'a.txt', '', { range })
    expect({ status: got.status, content: got.bytes.toString() }).toEqual({ status, content })
    expect(got.headers.get('content-range')).toBe(contentRange)
    if (status < 300) expect(got.headers.get('content-length')).toBe(String(content.length))
  })

  test('of an empty answer still says how long the file is', async () => {
    const id = await uploaded(ann)
    const { status, headers, bytes } = await send(ann, `/api/files/${id}`, { method: 'HEAD' })
    expect({ status, length: headers.get('content-length'), bytes: bytes.length }).toEqual({
      ...{ status: 200, length: '5', bytes: 0 },
    })
  })
})

describe('who gets a file:', () => {
  const statusFor = async (who: Known, id: string) => (await send(who, `/api/files/${id}`)).status

  test('those who see its ticket; for all others it does not exist', async () => {
    const id = await uploaded(ann)
    expect(await statusFor(max, id)).toBe(404)
    expect((await filed([id])).status).toBe(201)
    expect(await Promise.all([ann, max, bob].map((who) => statusFor(who, id)))).toEqual([200, 200, 404])
  })

  test('staff alone, if it belongs to an internal note', async () => {
    const { ticket } = (await filed([])).body
    const id = await uploaded(max)
    const note = { body: '', visibility: 'internal', files: [id] }
    const path = `/api/tickets/${ticket.id}/comments`
    expect(await max.api.post(path, note)).toMatchObject({
      status: 201,
      body: { comment: { files: [{ id }] } },
    })
    expect(await Promise.all([ann, max, bob].map((who) => statusFor(who, id)))).toEqual([404, 200, 404])
  })

  test('whoever has its signed link, until it is deleted', async () => {
    const id = await uploaded(ann)
    const { ticket } = (await filed([])).body
    const comment = await addComment(at.desk, ann.user, {
      ...{ ticket: ticket.id, surface: 'web', key: newId() },
      input: { body: '', visibility: 'public', files: [id] },
    })
    const link = at.desk.fileLinks.pathOf(id)
    const got = await fetch(`${at.url}${link}`)
    expect({ status: got.status, text: await got.text() }).toEqual({ status: 200, text: 'hello' })
    await ann.api.remove(`/api/tickets/${ticket.id}/comments/${comment._id}`)
    expect((await fetch(`${at.url}${link}`)).status).toBe(404)
    expect(await statusFor(ann, id)).toBe(404)
  })

  test('once it is attached, it is removed only with its comment', async () => {
    const id = await uploaded(ann)
    await filed([id])
    expect(await ann.api.remove(`/api/files/${id}`)).toMatchObject({ status: 409 })
    expect(await bob.api.remove(`/api/files/${id}`)).toMatchObject({ status: 404 })
  })
})

describe('a ticket or comment', () => {
  test('lists its files', async () => {
    const id = await uploaded(ann, png, 'fire.png')
    const file = { id, name: 'fire.png', type: 'image/png', size: png.length, state: 'ready' }
    expect((await filed([id])).body.ticket.files).toEqual([file])
  })

  test.each([
    ['a fourth file', async () => Promise.all([1, 2, 3, 4].map(() => uploaded(ann)))],
    ['somebody else’s', async () => [await uploaded(bob)]],
    ['what is no id', async () => ['../../etc/passwd']],
    ['eleven', async () => Array.from({ length: 11 }, newId)],
  ])('is refused with %s', async (_, ids) => {
    expect(await filed(await ids())).toMatchObject({
      status: 400,
      body: { errors: [{ field: expect.stringMatching(/^files/) }] },
    })
  })

  test('needs text or files', async () => {
    const { ticket } = (await filed([])).body
    const path = `/api/tickets/${ticket.id}/comments`
    for (const body of [{}, { body: '' }, { body: ' ' }, { files: [] }, { body: '', files: [] }])
      expect(await ann.api.post(path, body)).toMatchObject({
        status: 400,
        body: { errors: [{ field: 'body', message: 'Write something.' }] },
      })
    const files = [await uploaded(ann)]
    expect(await ann.api.post(path, { files })).toMatchObject({ status: 201 })
  })
})
