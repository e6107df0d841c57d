import { useState } from 'react'
import { FailureBar } from '../../shared/failure-bar.tsx'
import { useStickToEnd } from '../../shared/use-stick-to-end.ts'
import { nameOf } from '../message/name-of.ts'
import { Beginning } from './beginning.tsx'
import { CommandBar } from './command-bar.tsx'
import { DiscordComposer } from './discord-composer.tsx'
import { MessageList } from './message-list.tsx'
import { addressOf, placeName } from './place.ts'
import type { ChosenCommand } from './slash-commands.ts'
import type { Discord } from './use-discord.ts'

/** @property place what the person has opened: nothing is shown until its messages are here */
type Props = { discord: Discord; place: string | null; onGo: (id: string) => void; onLoadEarlier: () => void }

/** The open channel, thread or direct messages. */
export function Chat({ discord, place, onGo, onLoadEarlier }: Props) {
  const { open } = discord.screen
  const [replyTo, setReplyTo] = useState<string | null>(null)
  const [command, setCommand] = useState<ChosenCommand | null>(null)
  const { list, onScroll } = useStickToEnd(open?.id ?? '')
  if (open?.id !== place || !open) return <div className="d-chat" />
  const original = open.messages.find(({ id }) => id === replyTo)
  const name = placeName(discord.screen, open.id)
  return (
    <div className="d-chat">
      <div
        className="d-messages scroll"
        ref={list}
        onScroll={onScroll}
        role="log"
        aria-label={`Messages in ${name}`}
      >
        {open.hasEarlier ? (
          <button type="button" className="d-button d-secondary d-earlier" onClick={onLoadEarlier}>
            Load earlier messages
          </button>
        ) : (
          <Beginning screen={discord.screen} place={open.id} />
        )}
        <MessageList discord={discord} messages={open.messages} onReply={setReplyTo} onGo={onGo} />
      </div>
      <FailureBar words={discord.failure} onDismiss={discord.dismissFailure} />
      {command ? (
        <CommandBar discord={discord} channel={open.id} command={command} onDone={() => setCommand(null)} />
      ) : (
        <DiscordComposer
          discord={discord}
          channel={open.id}
          replyTo={original && { id: original.id, name: nameOf(original.author) }}
          onReplied={() => setReplyTo(null)}
          onCommand={setCommand}
          label={`Message ${addressOf(discord.screen, open.id)}`}
        />
      )}
    </div>
  )
}
