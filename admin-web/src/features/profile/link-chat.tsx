import { useState } from 'react'
import type { HandleKind } from '../../../../core/users/handles/handles.ts'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { channelNames } from '../../shared/surfaces/channel-words.ts'
import { Panel } from '../../shared/ui/panel.tsx'
import { ChatCode } from './chat-code.tsx'
import { chatWords } from './chat-words.ts'
import { UnlinkDialog } from './unlink-dialog.tsx'
import { useChatCode } from './use-chat-code.ts'

/** Links the reader's Slack or Discord account with a code, and unlinks it. */
export function LinkChat({ kind, linked }: { kind: HandleKind; linked: boolean }) {
  const ask = useChatCode(kind)
  const [unlinking, setUnlinking] = useState(false)
  const words = chatWords[kind]
  return (
    <Panel title={channelNames[kind]}>
      <div className="space-y-4">
        <p>{linked ? words.linked : words.notLinked}</p>
        <FormProblem error={ask.error} />
        {ask.data && (
          <ChatCode
            where={words.where}
            command={words.command(ask.data.code)}
            expiresAt={ask.data.expiresAt}
            onRenew={() => ask.mutate()}
          />
        )}
        <div className="flex flex-wrap gap-2">
          {!ask.data && (
            <button
              type="button"
              className={`btn ${linked ? 'btn-plain' : 'btn-primary'}`}
              disabled={ask.isPending}
              onClick={() => ask.mutate()}
            >
              {linked ? `Link another ${channelNames[kind]} account` : `Link ${channelNames[kind]}`}
            </button>
          )}
          {linked && (
            <button type="button" className="btn btn-plain" onClick={() => setUnlinking(true)}>
              Unlink {channelNames[kind]}
            </button>
          )}
        </div>
      </div>
      {unlinking && <UnlinkDialog kind={kind} onClose={() => setUnlinking(false)} />}
    </Panel>
  )
}
