import { useNames } from './names.ts'

/** An unknown id shows as Discord's client shows it. */
const unknown = { user: 'unknown-user', role: 'unknown-role', channel: 'unknown' } as const

export function Mention({ kind, id }: { kind: 'user' | 'role' | 'channel'; id: string }) {
  const names = useNames()
  const isMe = kind === 'user' && id === names.me
  const name = names[kind](id) ?? unknown[kind]
  return (
    <span className={isMe ? 'd-mention d-mention-me' : 'd-mention'}>
      {signBefore(kind, name)}
      {name}
    </span>
  )
}

/** A thread has an icon of its own in place of “#”, and those of tickets are called “#42 …”. */
function signBefore(kind: string, name: string): string {
  if (kind !== 'channel') return '@'
  return name.startsWith('#') ? '' : '#'
}
