import type { RichTextInput as RichTextElement } from '@slack/types'
import { plainOfRichText } from './rich-text-plain.ts'
import type { InputProps } from './text-inputs.tsx'
import { useAnswer } from './use-answer.ts'

/**
 * https://docs.slack.dev/reference/block-kit/block-elements/rich-text-input-element. What is typed becomes rich text
 * as in Slack's composer, by its signs.
 */
export function RichTextInput({ blockId, element, label, tellsApp }: InputProps<RichTextElement>) {
  const initial = element.initial_value ? plainOfRichText(element.initial_value) : ''
  const [value, change] = useAnswer<string>({ blockId, element }, initial, tellsApp)
  return (
    <div className="s-composer-box">
      <div className="s-format" aria-hidden="true">
        <b>B</b> <i>I</i> <s>S</s> <code>{'</>'}</code> ☰ ❝
      </div>
      <textarea
        className="s-rich-input"
        rows={4}
        value={value}
        placeholder={element.placeholder?.text}
        aria-label={label}
        onChange={(event) => change(event.target.value)}
      />
    </div>
  )
}
