import type { DiscordMember } from '../../../../../discord/screen-shape.ts'
import { Avatar } from '../../shared/avatar.tsx'
import { nameOf } from '../message/name-of.ts'

export const MemberList = ({ members }: { members: DiscordMember[] }) => (
  <aside className="d-members scroll" aria-label="Members">
    <h3>Online, {members.length}</h3>
    {members.map(({ user, isBot }) => (
      <div className="d-member" key={user.id}>
        <Avatar id={user.id} name={nameOf(user)} size={32} round />
        <span className="d-line-name">{nameOf(user)}</span>
        {isBot && <span className="d-badge">APP</span>}
      </div>
    ))}
  </aside>
)
