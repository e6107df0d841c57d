import { MessageFlags } from 'discord-api-types/v10'
import { createForm, type Form, isJson, type Json } from './form.ts'
import { validateComponents } from './validate-components.ts'
import { validateEmbeds } from './validate-embeds.ts'

/**
 * Checks a message body as Discord does and throws `50035 Invalid Form Body` that names every wrong field.
 * @param flags the message's flags after this request: Components V2 excludes content, embeds, polls and stickers
 */
export function validateMessage(body: Json, flags: number): void {
  const form = createForm()
  const isV2 = (flags & MessageFlags.IsComponentsV2) !== 0
  form.text(body, 'content', { max: 2000 })
  validateEmbeds(form, body)
  validateComponents(form, body, isV2)
  if (isV2) refuseLegacyFields(form, body)
  validateNonce(form, body)
  validateAllowedMentions(form.at('allowed_mentions'), body.allowed_mentions)
  form.throwIfWrong()
}

function refuseLegacyFields(form: Form, body: Json) {
  for (const field of ['content', 'embeds', 'poll', 'sticker_ids']) {
    const value = body[field]
    const isUsed = Array.isArray(value) ? value.length > 0 : Boolean(value)
    if (isUsed)
      form
        .at(field)
        .problem(
          'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
          `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
        )
  }
}

function validateNonce(form: Form, body: Json) {
  if (typeof body.nonce === 'string') form.text(body, 'nonce', { max: 25 })
  else if (body.nonce !== undefined && body.nonce !== null && !Number.isInteger(body.nonce))
    form.at('nonce').problem('NONCE_TYPE', 'A nonce is an integer or a string.')
}

function validateAllowedMentions(form: Form, value: unknown) {
  if (value === undefined || value === null) return
  const mentions = form.record(value)
  if (!mentions) return
  const parse = form.list(mentions, 'parse', {})
  for (const [index, kind] of parse.entries()) {
    if (!['users', 'roles', 'everyone'].includes(String(kind)))
      form
        .at('parse', index)
        .problem('BASE_TYPE_CHOICES', "Value must be one of ('users', 'roles', 'everyone').")
  }
  for (const kind of ['users', 'roles']) {
    const named = form.list(mentions, kind, { max: 100 })
    if (named.length > 0 && parse.includes(kind))
      form
        .at('parse')
        .problem(
          'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
          `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
        )
  }
}

/** Whether a body has something to show at all. */
export function hasSomethingToShow(body: Json): boolean {
  const filled = (value: unknown) =>
    Array.isArray(value) && value.some((item) => isJson(item) && Object.keys(item).length > 0)
  return (
    (typeof body.content === 'string' && body.content.trim() !== '') ||
    filled(body.embeds) ||
    filled(body.components) ||
    filled(body.attachments) ||
    isJson(body.poll)
  )
}
