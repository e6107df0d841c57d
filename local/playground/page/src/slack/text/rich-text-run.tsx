import type { RichTextElement } from '@slack/types'
import type { ReactNode } from 'react'
import { PlatformError } from '../../shared/platform-error.tsx'
import { Broadcast, Emoji, Mention, SlackLink } from './inline.tsx'
import { slackDate } from './slack-date.ts'

type Style = { bold?: boolean; italic?: boolean; strike?: boolean; code?: boolean; underline?: boolean }

/** One run of a line, with its formatting. */
export function RichTextRun({ element }: { element: RichTextElement }) {
  const style = ('style' in element ? element.style : undefined) as Style | undefined
  return <Styled style={style}>{content(element)}</Styled>
}

function Styled({ style = {}, children }: { style?: Style | undefined; children: ReactNode }) {
  let shown = children
  if (style.code) shown = <code>{shown}</code>
  if (style.strike) shown = <s>{shown}</s>
  if (style.underline) shown = <u>{shown}</u>
  if (style.italic) shown = <i>{shown}</i>
  if (style.bold) shown = <b>{shown}</b>
  return <>{shown}</>
}

function content(element: RichTextElement): ReactNode {
  switch (element.type) {
    case 'text':
      return element.text
    case 'link':
      return <SlackLink url={element.url}>{element.text || element.url}</SlackLink>
    case 'user':
      return <Mention kind="user" id={element.user_id} />
    case 'channel':
      return <Mention kind="channel" id={element.channel_id} />
    case 'usergroup':
      return <Mention kind="group" id={element.usergroup_id} />
    case 'broadcast':
      return <Broadcast range={element.range} />
    case 'emoji':
      return <Emoji name={element.name} />
    case 'color':
      return (
        <span className="s-color">
          <span className="s-swatch" style={{ background: element.value }} /> {element.value}
        </span>
      )
    case 'date':
      return slackDate(element.timestamp, element.format, new Date())
    default:
      return <PlatformError>invalid_blocks: unsupported type: {element.type}</PlatformError>
  }
}
