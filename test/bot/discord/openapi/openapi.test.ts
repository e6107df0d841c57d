import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { deskWithDiscord } from '../desk-with-discord.ts'
import { messageSchema, modalSchema, schemasOf } from './request-schemas.ts'

/*
 * Discord's public OpenAPI description, as the package discord-api-spec has it in zod. What a schema does not know is left
 * out of its output, so that the output tells of unknown fields, too.
 */

const gallery = JSON.parse(
  await readFile(
    new URL('../../../../local/playground/page/src/gallery/desk-payloads.json', import.meta.url),
    'utf8',
  ),
) as { discord: Record<string, object>; modals: Record<string, object> }

test.each(Object.entries(gallery.discord))('message “%s”', (_name, message) =>
  expect(messageSchema.parse(message)).toEqual(message),
)
test.each(Object.entries(gallery.modals))('form “%s”', (_name, form) =>
  expect(modalSchema.parse(form)).toEqual(form),
)

/** discord.js adds two fields to every message, with what Discord takes for granted. The local Discord adds where files are. */
function asSent(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body
  const { tts, enforce_nonce, ...rest } = body as Record<string, unknown>
  const sent: Record<string, unknown> = {
    ...rest,
    ...(tts ? { tts } : {}),
    ...(enforce_nonce ? { enforce_nonce } : {}),
  }
  if (Array.isArray(sent.attachments))
    sent.attachments = sent.attachments.map(({ id, filename }) => ({ id, filename }))
  return 'data' in sent ? { ...sent, data: asSent(sent.data) } : sent
}

const tag = { id: '900', name: 'Bug', moderated: false, emoji_id: null, emoji_name: null }

describe.each([
  ['a text channel', {}],
  ['a forum', { forum: { tags: [tag], requiresTag: false } }],
])('every request of a ticket’s life in %s', (_where, options) => {
  test('has a body as Discord describes it', async () => {
    const { discord, somebody, fileTicket, settled } = await deskWithDiscord(options)
    const eva = await somebody('Eva', 'user')
    const max = await somebody('Max', 'moderator')
    const { thread } = await fileTicket(eva.user)
    const where = { channel: thread }
    await max.person.autocomplete('ticket show', { ticket: '1' }, 'ticket', where)
    await max.person.clickButton({ ...where, label: 'Claim' })
    await max.person.command('ticket priority', { level: 'urgent' }, where)
    await max.person.command('ticket note', { text: 'Ask facilities' }, where)
    await max.person.command('reply', {}, where)
    await max.person.submitModal({ text: 'On **my** way', files: ['a.png'] })
    await max.person.command('ticket list', {}, where)
    await max.person.clickButton({ ...where, label: 'Resolve' })
    await max.person.submitModal({ resolution: 'Put it out.' })
    await max.person.command('ticket close', {}, where)
    await discord.waitFor(() => discord.threads()[0]?.archived, { what: 'the end' })
    await settled()
    const checked = discord.calls.flatMap((call) => {
      const schemas = schemasOf(call)
      if (schemas.length === 0) return []
      const body = asSent(call.body)
      const outputs = schemas.map((schema) => schema.safeParse(body).data)
      expect(outputs, `${call.method} ${call.path}`).toContainEqual(body)
      return [`${call.method} ${call.path.split('/')[1]}`]
    })
    expect(new Set(checked)).toEqual(
      new Set([
        'PUT applications',
        'POST channels',
        'PATCH channels',
        'POST interactions',
        'PATCH webhooks',
        'POST webhooks',
      ]),
    )
  })
})
