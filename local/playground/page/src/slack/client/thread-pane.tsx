import type { SlackScreen } from '../../../../../slack/screen-shape.ts'
import { FailureBar } from '../../shared/failure-bar.tsx'
import { Close } from '../../shared/icons.tsx'
import { useStickToEnd } from '../../shared/use-stick-to-end.ts'
import { MessageList } from './message-list.tsx'
import { SlackComposer } from './slack-composer.tsx'
import type { Slack } from './use-slack.ts'

type Props = { slack: Slack; thread: NonNullable<SlackScreen['thread']>; onClose: () => void }

/** A message and its replies, beside the conversation. */
export function ThreadPane({ slack, thread, onClose }: Props) {
  const { list, onScroll } = useStickToEnd(thread.ts)
  const [root, ...replies] = thread.messages
  const count = replies.filter((reply) => !reply.is_ephemeral).length
  const common = { slack, channel: thread.channel }
  return (
    <aside className="s-thread" aria-label="Thread">
      <header className="s-head">
        <h2>Thread</h2>
        <button type="button" className="icon-button" aria-label="Close thread" onClick={onClose}>
          <Close />
        </button>
      </header>
      <div className="s-messages scroll" ref={list} onScroll={onScroll} role="log" aria-label="Replies">
        {root && <MessageList {...common} messages={[root]} />}
        {count > 0 && <div className="s-replies">{count === 1 ? '1 reply' : `${count} replies`}</div>}
        <MessageList {...common} messages={replies} />
      </div>
      <FailureBar words={slack.failure} onDismiss={slack.dismissFailure} />
      <SlackComposer key={thread.ts} {...common} thread={thread.ts} label="Reply…" />
    </aside>
  )
}
