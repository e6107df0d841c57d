import { problemsOfBlocks } from './block-schemas.ts'
import { plainText } from './composition-schemas.ts'
import { anyValue, boolean, byType, type Check, isFields, record, type Surface, text } from './schema.ts'

const common = { private_metadata: text(3000, 0), callback_id: text(255, 0), external_id: text(255, 0) }
const shape: Check = byType({
  modal: record(
    { type: anyValue, title: plainText(24), blocks: anyValue },
    {
      ...common,
      submit: plainText(24),
      close: plainText(24),
      clear_on_close: boolean,
      notify_on_close: boolean,
      submit_disabled: boolean,
    },
  ),
  home: record({ type: anyValue, blocks: anyValue }, common),
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
