import { FailureBar } from '../../shared/failure-bar.tsx'
import { useStickToEnd } from '../../shared/use-stick-to-end.ts'
import { AppTabs } from './app-tabs.tsx'
import { Beginning } from './beginning.tsx'
import { ChannelIcon } from './channel-icon.tsx'
import { MessageList } from './message-list.tsx'
import { SlackComposer } from './slack-composer.tsx'
import type { Slack } from './use-slack.ts'

type Props = {
  slack: Slack
  /** What the person has opened. Nothing is shown until its messages are here. */
  id: string | null
  /** Opens the app's Home tab, where it is the app's conversation. */
  onHome: (() => void) | undefined
  onOpenThread: (ts: string) => void
  onLoadEarlier: () => void
}

/** The open channel or direct messages. */
export function Conversation({ slack, id, onHome, onOpenThread, onLoadEarlier }: Props) {
  const { screen } = slack
  const { open } = screen
  const { list, onScroll } = useStickToEnd(open?.id ?? '')
  if (open?.id !== id || !open) return <main className="s-main" />
  const conversation = screen.conversations.find((one) => one.id === id)
  const name = conversation?.name ?? ''
  return (
    <main className="s-main" aria-label={name}>
      <header className="s-head">
        <h2>
          {conversation && !conversation.isIm && <ChannelIcon isPrivate={conversation.isPrivate} />} {name}
          {conversation?.isIm && <span className="s-badge">APP</span>}
        </h2>
      </header>
      {onHome && <AppTabs isHome={false} onHome={onHome} onMessages={() => {}} />}
      <div
        className="s-messages scroll"
        ref={list}
        onScroll={onScroll}
        role="log"
        aria-label={`Messages in ${name}`}
      >
        {open.hasEarlier ? (
          <button type="button" className="s-button s-earlier" onClick={onLoadEarlier}>
            Load earlier messages
          </button>
        ) : (
          conversation && <Beginning conversation={conversation} />
        )}
        <MessageList slack={slack} channel={open.id} messages={open.messages} onOpenThread={onOpenThread} />
      </div>
      <FailureBar words={slack.failure} onDismiss={slack.dismissFailure} />
      <SlackComposer
        key={open.id}
        slack={slack}
        channel={open.id}
        thread={null}
        label={`Message ${conversation?.isIm ? '' : '#'}${name}`}
      />
    </main>
  )
}
