import { emojiNamed } from '../../../../../slack/emoji-codes.ts'
import { useNames } from './names.ts'

/** An emoji by its short name; an unknown one stays as it was typed. */
export function Emoji({ name }: { name: string }) {
  const characters = emojiNamed(name)
  if (!characters) return <>:{name}:</>
  return (
    <span className="emoji" role="img" aria-label={`:${name}:`} title={`:${name}:`}>
      {characters}
    </span>
  )
}

export function Mention({
  kind,
  id,
  label,
}: {
  kind: 'user' | 'channel' | 'group'
  id: string
  label?: string | undefined
}) {
  const names = useNames()
  const name = (names[kind](id) ?? label ?? id).replace(/^[@#]/, '')
  const isMe = kind === 'user' && id === names.me
  return (
    <span className={isMe ? 's-mention s-mention-me' : 's-mention'}>
      {kind === 'channel' ? '#' : '@'}
      {name}
    </span>
  )
}

export const Broadcast = ({ range }: { range: string }) => (
  <span className="s-mention s-mention-me">@{range.replace(/^subteam\^/, '')}</span>
)

/** A link that people or apps wrote: only web and mail addresses lead anywhere. */
export function SlackLink({ url, children }: { url: string; children: React.ReactNode }) {
  if (!/^(https?|mailto):/i.test(url)) return <>{children}</>
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  )
}
