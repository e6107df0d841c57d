import type { SlackConversation, SlackScreen } from '../../../../../slack/screen-shape.ts'
import { Avatar } from '../../shared/avatar.tsx'
import { Chevron } from '../../shared/icons.tsx'
import { ChannelIcon } from './channel-icon.tsx'
import type { Place } from './place.ts'

type Props = { screen: SlackScreen; place: Place; onGo: (place: Place) => void }

/** Channels, and the app's direct messages below them. */
export function Sidebar({ screen, place, onGo }: Props) {
  const line = (conversation: SlackConversation) => (
    <Line
      key={conversation.id}
      conversation={conversation}
      app={screen.app.botUserId}
      isOpen={conversation.id === place.conversation}
      onOpen={() => onGo({ conversation: conversation.id, isHome: false, thread: null })}
    />
  )
  return (
    <nav className="s-sidebar scroll" aria-label="Slack conversations">
      <h2 className="s-team">
        {screen.team.name} <Chevron />
      </h2>
      <h3 className="s-group">Channels</h3>
      {screen.conversations.filter(({ isIm }) => !isIm).map(line)}
      <h3 className="s-group">Apps</h3>
      {screen.conversations.filter(({ isIm }) => isIm).map(line)}
      {!screen.isConnected && <p className="s-offline">The desk is not connected to Slack.</p>}
    </nav>
  )
}

type LineProps = { conversation: SlackConversation; app: string; isOpen: boolean; onOpen: () => void }

const Line = ({ conversation, app, isOpen, onOpen }: LineProps) => (
  <button
    type="button"
    className={conversation.unread > 0 ? 's-line s-unread' : 's-line'}
    aria-current={isOpen ? 'page' : undefined}
    onClick={onOpen}
  >
    {conversation.isIm ? (
      <Avatar id={app} name={conversation.name} size={20} />
    ) : (
      <ChannelIcon isPrivate={conversation.isPrivate} />
    )}
    <span className="s-line-name">{conversation.name}</span>
    {conversation.unread > 0 && (
      <span className="s-count">
        {conversation.unread}
        <span className="sr-only"> unread</span>
      </span>
    )}
  </button>
)
