import { type ReactNode, useState } from 'react'
import type { DiscordScreen } from '../../../../../discord/screen-shape.ts'
import { Pane } from '../../shared/pane.tsx'
import { ClientForum } from '../forum/client-forum.tsx'
import { NamesContext } from '../markdown/names.ts'
import { DiscordModal } from '../modal/discord-modal.tsx'
import { ChannelList } from './channel-list.tsx'
import { Chat } from './chat.tsx'
import { ChatHead } from './chat-head.tsx'
import { MemberList } from './member-list.tsx'
import { namesOf } from './names-of.ts'
import { firstPlace } from './place.ts'
import { useDiscord } from './use-discord.ts'

type Props = {
  screen: DiscordScreen
  /** The open channel, thread or conversation; null: where a person begins. */
  place: string | null
  onGo: (id: string) => void
  onLoadEarlier: () => void
  /** Who is played here. */
  switcher: ReactNode
}

/** Discord as one person sees it. */
export function DiscordClient({ screen, place, onGo, onLoadEarlier, switcher }: Props) {
  const discord = useDiscord(screen)
  const [hasMembers, setMembers] = useState(false)
  const [isListOpen, setListOpen] = useState(false)
  const here = place ?? firstPlace(screen)
  const forum = screen.channels.find(({ id, forumTags }) => id === here && forumTags)
  const { modal } = screen
  const go = (id: string) => {
    setListOpen(false)
    onGo(id)
  }
  return (
    <Pane className="discord" contentClass={isListOpen ? 'd-client is-listing' : 'd-client'} label="Discord">
      <NamesContext value={namesOf(screen, go)}>
        <ChannelList screen={screen} place={here} onGo={go} switcher={switcher} />
        <main className="d-main">
          <ChatHead
            screen={screen}
            place={here}
            onGo={onGo}
            onList={() => setListOpen(true)}
            hasMembers={hasMembers}
            onMembers={() => setMembers(!hasMembers)}
          />
          <div className="d-columns">
            {forum?.forumTags ? (
              <ClientForum screen={screen} place={forum.id} tags={forum.forumTags} onGo={onGo} />
            ) : (
              <Chat key={here} discord={discord} place={here} onGo={onGo} onLoadEarlier={onLoadEarlier} />
            )}
            {hasMembers && <MemberList members={screen.members} />}
          </div>
        </main>
        {modal && (
          <DiscordModal
            key={modal.id}
            modal={modal.data}
            bot={screen.bot}
            onSubmit={(values) => discord.submitModal(modal.id, values)}
            onClose={() => discord.quietly('discord.closeModal', { id: modal.id })}
          />
        )}
      </NamesContext>
    </Pane>
  )
}
