import type { MessageAttachment } from '@slack/types'
import { keyed } from '../../shared/keyed.ts'
import { Blocks } from '../blocks/blocks.tsx'
import { SlackLink } from '../text/inline.tsx'
import { MrkdwnText } from '../text/mrkdwn-text.tsx'
import { slackDate } from '../text/slack-date.ts'

/** The words for colours that Slack knows. */
const colours: Record<string, string> = { good: '#2eb886', warning: '#daa038', danger: '#a30200' }

/** A secondary attachment, or a forwarded message: https://docs.slack.dev/reference/messaging/attachments */
export function Attachment({ attachment }: { attachment: MessageAttachment }) {
  const { color = '', blocks, pretext } = attachment
  const bar = colours[color] ?? (/^#?[0-9a-f]{6}$/i.test(color) ? `#${color.replace('#', '')}` : undefined)
  return (
    <div>
      {pretext && (
        <div className="s-text">
          <MrkdwnText text={pretext} />
        </div>
      )}
      <div className="s-attachment" style={bar ? { borderLeftColor: bar } : undefined}>
        {blocks && blocks.length > 0 ? <Blocks blocks={blocks} /> : <Words attachment={attachment} />}
      </div>
    </div>
  )
}

const Words = ({ attachment }: { attachment: MessageAttachment }) => (
  <>
    {attachment.author_name && <b className="s-attachment-author">{attachment.author_name}</b>}
    {attachment.title && (
      <b>
        <SlackLink url={attachment.title_link ?? ''}>{attachment.title}</SlackLink>
      </b>
    )}
    {(attachment.text || attachment.fallback) && (
      <div className="s-text">
        <MrkdwnText text={attachment.text || attachment.fallback || ''} />
      </div>
    )}
    {attachment.fields && (
      <div className="s-fields">
        {keyed(attachment.fields).map(({ key, item }) => (
          <div key={key} className={item.short ? 's-field' : 's-field s-wide'}>
            <b>{item.title}</b>
            <br />
            <MrkdwnText text={item.value} />
          </div>
        ))}
      </div>
    )}
    {(attachment.footer || attachment.ts) && (
      <div className="s-context">
        {attachment.footer}
        {attachment.ts && slackDate(Number(attachment.ts), '{date_short_pretty} at {time}', new Date())}
      </div>
    )}
  </>
)
