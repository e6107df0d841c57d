import type { ReactNode } from 'react'
import type { DiscordScreen } from '../../../../../discord/screen-shape.ts'
import { Avatar } from '../../shared/avatar.tsx'
import { Chevron, Forum, Hash } from '../../shared/icons.tsx'
import { nameOf } from '../message/name-of.ts'
import { placeName } from './place.ts'

type Props = { screen: DiscordScreen; place: string | null; onGo: (id: string) => void; switcher: ReactNode }

/** The server's channels with the threads that the person is in, and the direct messages with the app. */
export function ChannelList({ screen, place, onGo, switcher }: Props) {
  const line = { place, onGo }
  const threadsOf = (channel: string) =>
    screen.threads.filter(
      ({ channel: thread, isMember }) =>
        thread.parent_id === channel && (isMember || thread.id === place) && !isArchived(thread),
    )
  return (
    <nav className="d-side" aria-label="Discord channels">
      <h2 className="d-guild">
        {screen.guild.name} <Chevron />
      </h2>
      <div className="d-channels scroll">
        <h3>Text channels</h3>
        {screen.channels.map(({ id, name, unread, mentions, forumTags }) => (
          <div key={id}>
            <Line
              {...line}
              id={id}
              unread={unread}
              mentions={mentions}
              icon={forumTags ? <Forum /> : <Hash />}
              name={name}
            />
            {threadsOf(id).map(({ channel, unread: count, mentions: calls }) => (
              <Line
                key={channel.id}
                {...line}
                id={channel.id}
                unread={count}
                mentions={calls}
                isThread
                name={channel.name ?? ''}
              />
            ))}
          </div>
        ))}
        <h3>Direct messages</h3>
        <Line
          {...line}
          id={screen.direct.id}
          unread={screen.direct.unread}
          mentions={screen.direct.unread}
          icon={<Avatar id={screen.bot.id} name={nameOf(screen.bot)} size={24} round />}
          name={placeName(screen, screen.direct.id)}
        />
        {!screen.isConnected && <p className="d-offline">The desk is not connected to Discord.</p>}
      </div>
      <footer className="d-me">{switcher}</footer>
    </nav>
  )
}

const isArchived = (thread: DiscordScreen['threads'][number]['channel']) =>
  thread.thread_metadata?.archived ?? false

type LineProps = {
  id: string
  name: string
  unread: number
  mentions: number
  icon?: ReactNode
  isThread?: boolean
  place: string | null
  onGo: (id: string) => void
}

const Line = ({ id, name, unread, mentions, icon, isThread, place, onGo }: LineProps) => (
  <button
    type="button"
    className={`d-line${unread > 0 ? ' d-unread' : ''}${isThread ? ' d-in-thread' : ''}`}
    aria-current={id === place ? 'page' : undefined}
    onClick={() => onGo(id)}
  >
    {icon}
    <span className="d-line-name">{name}</span>
    {mentions > 0 && <span className="d-count">{mentions}</span>}
  </button>
)
