import { countCharacters, type Form, isJson, type Json } from './form.ts'

const maxTotal = 6000

/**
 * Embed limits: 10 a message, title 256, description 4096, 25 fields (256 and 1024), footer 2048, author 256, and
 * 6000 characters over all embeds together (https://discord.com/developers/docs/resources/message#embed-object-embed-limits).
 */
export function validateEmbeds(form: Form, body: Json): void {
  let total = 0
  const count = (text: string | undefined) => {
    total += text ? countCharacters(text) : 0
  }
  for (const [index, value] of form.list(body, 'embeds', { max: 10 }).entries()) {
    const at = form.at('embeds', index)
    const embed = at.record(value)
    if (embed) checkEmbed(at, embed, count)
  }
  if (total > maxTotal)
    form.at('embeds').problem('MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${maxTotal}`)
}

function checkEmbed(form: Form, embed: Json, count: (text: string | undefined) => void) {
  count(form.text(embed, 'title', { max: 256 }))
  count(form.text(embed, 'description', { max: 4096 }))
  checkUrl(form.at('url'), embed.url)
  if (isJson(embed.footer)) count(form.at('footer').text(embed.footer, 'text', { max: 2048, required: true }))
  if (isJson(embed.author)) {
    count(form.at('author').text(embed.author, 'name', { max: 256, required: true }))
    checkUrl(form.at('author', 'url'), embed.author.url)
  }
  for (const [index, value] of form.list(embed, 'fields', { max: 25 }).entries()) {
    const at = form.at('fields', index)
    const field = at.record(value)
    if (!field) continue
    count(at.text(field, 'name', { max: 256, required: true }))
    count(at.text(field, 'value', { max: 1024, required: true }))
  }
  checkColor(form.at('color'), embed.color)
  if (typeof embed.timestamp === 'string' && Number.isNaN(Date.parse(embed.timestamp)))
    form
      .at('timestamp')
      .problem('DATE_TIME_TYPE_PARSE', `Could not parse ${embed.timestamp}. Should be ISO8601.`)
}

function checkColor(form: Form, color: unknown) {
  if (color === undefined || color === null) return
  if (typeof color !== 'number' || !Number.isInteger(color))
    form.problem('NUMBER_TYPE_COERCE', `Value "${String(color)}" is not int.`)
  else if (color < 0 || color > 0xffffff)
    form.problem('NUMBER_TYPE_MAX', 'int value should be less than or equal to 16777215.')
}

/** Links must be http or https (an embed's may also be an attachment). */
export function checkUrl(form: Form, url: unknown): void {
  if (url === undefined || url === null) return
  if (typeof url !== 'string' || !URL.canParse(url))
    form.problem('URL_TYPE_INVALID_URL', 'Not a well formed URL.')
  else if (!/^(https?|attachment|discord):/.test(url))
    form.problem(
      'URL_TYPE_INVALID_SCHEME',
      `Scheme "${new URL(url).protocol.slice(0, -1)}" is not supported.`,
    )
}
