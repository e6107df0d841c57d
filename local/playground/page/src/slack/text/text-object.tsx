import type { MrkdwnElement, PlainTextElement } from '@slack/types'
import { keyed } from '../../shared/keyed.ts'
import { Emoji } from './inline.tsx'
import { MrkdwnText } from './mrkdwn-text.tsx'

export type AnyText = PlainTextElement | MrkdwnElement

/** https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
export const TextObject = ({ text }: { text: AnyText }) =>
  text.type === 'mrkdwn' ? (
    <MrkdwnText text={text.text} verbatim={text.verbatim ?? false} />
  ) : (
    <PlainText text={text.text} emoji={text.emoji ?? true} />
  )

const code = /:([\w+'-]+(?:::skin-tone-\d)?):/

/** Words without formatting; emoji by name become pictures unless the app says `emoji: false`. */
function PlainText({ text, emoji }: { text: string; emoji: boolean }) {
  if (!emoji) return <span className="s-plain">{text}</span>
  return (
    <span className="s-plain">
      {keyed(text.split(code)).map(({ key, item }) =>
        Number(key) % 2 === 1 ? <Emoji key={key} name={item} /> : item,
      )}
    </span>
  )
}
