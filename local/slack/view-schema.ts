import { problemsOfBlocks } from './block-schemas.ts'
import { plainText } from './composition-schemas.ts'
import { anything, byType, type Check, isFields, record, type Surface, text, truth } from './schema.ts'

const common = { private_metadata: text(3000, 0), callback_id: text(255, 0), external_id: text(255, 0) }
const shape: Check = byType({
  modal: record(
    { type: anything, title: plainText(24), blocks: anything },
    {
      ...common,
      submit: plainText(24),
      close: plainText(24),
      clear_on_close: truth,
      notify_on_close: truth,
      submit_disabled: truth,
    },
  ),
  home: record({ type: anything, blocks: anything }, common),
})

/** What Slack would say about a view of `views.open`, `views.update` or `views.publish`; empty when it is good. */
export function problemsOfView(value: unknown, expected: Exclude<Surface, 'message'>): string[] {
  const messages: string[] = []
  shape(value, '/view', (message, at) => messages.push(`[ERROR] ${message} [json-pointer:${at}]`), expected)
  if (!isFields(value)) return messages
  if (value.type !== expected) messages.push(`[ERROR] must be of type ${expected} [json-pointer:/view/type]`)
  messages.push(...problemsOfBlocks(value.blocks, expected, '/view/blocks'))
  const asks = Array.isArray(value.blocks) && value.blocks.some((block) => block?.type === 'input')
  if (expected === 'modal' && asks && value.submit === undefined)
    messages.push('[ERROR] missing required field: submit [json-pointer:/view]')
  return messages
}
