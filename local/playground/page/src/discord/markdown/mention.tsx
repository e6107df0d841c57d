import { useNames } from './names.ts'

/** An unknown id shows as Discord's client shows it. */
const unknown = { user: 'unknown-user', role: 'unknown-role', channel: 'unknown' } as const

export function Mention({ kind, id }: { kind: 'user' | 'role' | 'channel'; id: string }) {
  const names = useNames()
  const isMe = kind === 'user' && id === names.me
  return (
    <span className={isMe ? 'd-mention d-mention-me' : 'd-mention'}>
      {kind === 'channel' ? '#' : '@'}
      {names[kind](id) ?? unknown[kind]}
    </span>
  )
}
