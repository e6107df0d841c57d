import type { SlackConversation } from '../../../../../slack/screen-shape.ts'
import { ChannelIcon } from './channel-icon.tsx'

/** What stands above the first message. */
export const Beginning = ({
  conversation: { name, isIm, isPrivate },
}: {
  conversation: SlackConversation
}) => (
  <div className="s-beginning">
    <h3>
      {!isIm && <ChannelIcon isPrivate={isPrivate} />} {name}
    </h3>
    <p>
      {isIm
        ? `This is the very beginning of your direct message history with ${name}.`
        : `This is the very beginning of the ${isPrivate ? `${name} private channel` : `#${name} channel`}.`}
    </p>
  </div>
)
