import type { SlackShownMessage } from '../../../../../slack/screen-shape.ts'
import { Blocks } from '../blocks/blocks.tsx'
import { MrkdwnText } from '../text/mrkdwn-text.tsx'
import { Attachment } from './attachment.tsx'
import { SlackFiles } from './slack-files.tsx'

/** What a message says: its blocks or its text, then attachments and files. */
export function Body({ message }: { message: SlackShownMessage }) {
  const { blocks, text, attachments = [], files = [] } = message
  // Slack marks no message that an app updates by its blocks.
  const edited = message.edited && !(message.bot_id && blocks)
  return (
    <div className={edited ? 's-body s-was-edited' : 's-body'}>
      {blocks && blocks.length > 0 ? (
        <Blocks blocks={blocks} />
      ) : (
        text && (
          <div className="s-text">
            <MrkdwnText text={text} />
          </div>
        )
      )}
      {edited && <span className="s-edited">(edited)</span>}
      {attachments.map((attachment, index) => (
        <Attachment key={attachment.ts ?? `${index}`} attachment={attachment} />
      ))}
      {files.length > 0 && <SlackFiles files={files} />}
    </div>
  )
}
