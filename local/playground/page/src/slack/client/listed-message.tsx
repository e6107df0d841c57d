import type { SlackShownMessage } from '../../../../../slack/screen-shape.ts'
import { MessageEditor } from '../../shared/message-editor.tsx'
import { plainOfRichText } from '../blocks/rich-text-plain.ts'
import { type Answer, type Control, SurfaceContext } from '../blocks/surface.ts'
import { Message } from '../message/message.tsx'
import { MessageMenu } from './message-menu.tsx'
import { surfaceOf } from './surface-of.ts'
import type { Slack } from './use-slack.ts'

type Props = {
  slack: Slack
  channel: string
  message: SlackShownMessage
  isCompact: boolean
  isEdited: boolean
  /** Begins to edit the message with this ts; null ends it. */
  onEdit: (ts: string | null) => void
  onOpenThread?: ((ts: string) => void) | undefined
}

/** A message in its list, with all that the person can do to it. */
export function ListedMessage({ slack, channel, message, onEdit, onOpenThread, ...rest }: Props) {
  const { screen } = slack
  const at = { channel, ts: message.ts }
  const react = (name: string, on: boolean) => slack.quietly('slack.react', { ...at, name, on })
  const openThread = onOpenThread && (() => onOpenThread(message.thread_ts ?? message.ts))
  const save = (text: string) => {
    onEdit(null)
    slack.edit(channel, message.ts, text)
  }
  return (
    <SurfaceContext value={surfaceOf(screen, actOn(slack, at))}>
      <Message
        message={message}
        author={authorOf(slack, message)}
        isCompact={rest.isCompact}
        people={screen.people}
        me={screen.me.id}
        onReact={react}
        onOpenThread={openThread}
        onDismiss={() => slack.quietly('slack.dismiss', at)}
        editor={
          (rest.isEdited && (
            <MessageEditor
              className="s-composer-box"
              text={typedTextOf(slack, message)}
              onCancel={() => onEdit(null)}
              onSave={save}
            />
          )) ||
          undefined
        }
        toolbar={
          <MessageMenu
            slack={slack}
            channel={channel}
            message={message}
            onReact={react}
            onOpenThread={openThread}
            onEdit={() => onEdit(message.ts)}
          />
        }
      />
    </SurfaceContext>
  )
}

/** Tells the app of a press or a choice on this message. */
const actOn = (slack: Slack, at: { channel: string; ts: string }) => (control: Control, value?: Answer) => {
  const { blockId, element } = control
  const pressed = { ...at, blockId, actionId: element.action_id ?? '' }
  if (value === undefined) slack.quietly('slack.click', pressed)
  else slack.quietly('slack.choose', { ...pressed, value })
}

function authorOf({ screen }: Slack, { user }: SlackShownMessage) {
  const known = screen.people.find(({ id }) => id === user)
  return known ?? { id: user, name: user, realName: user, isBot: false }
}

/** The text as it was typed, people by name. */
function typedTextOf({ screen }: Slack, message: SlackShownMessage): string {
  const block = message.blocks?.find(({ type }) => type === 'rich_text')
  const typed = block && 'elements' in block ? plainOfRichText(block as never) : message.text
  return screen.people.reduce((text, { id, realName }) => text.replaceAll(`<@${id}>`, `@${realName}`), typed)
}
