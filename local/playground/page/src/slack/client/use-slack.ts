import type { SlackScreen } from '../../../../../slack/screen-shape.ts'
import type { Arguments, Call } from '../../../../protocol.ts'
import { readFiles } from '../../live/read-files.ts'
import { useLive } from '../../live/use-live.ts'
import { withMentions } from '../../shared/composer/suggestion.ts'
import { useFailure } from '../../shared/use-failure.ts'

type SlackCall = Extract<Call, `slack.${string}`>

/** What the person can do in Slack. Failures are shown above the composer. */
export function useSlack(screen: SlackScreen) {
  const live = useLive()
  const { failure, attempt, quietly, dismiss } = useFailure()
  const ask = <Of extends SlackCall>(call: Of, args: Arguments<Of>) => live.call(call, args, screen.me.id)
  const people = screen.people.map(({ id, realName }) => ({ id, name: realName }))
  const typed = (text: string) => withMentions(text, people)

  /** Posts, or runs the command that the text begins with. */
  async function send(channel: string, threadTs: string | null, text: string, files: File[]) {
    const [, command = '', words = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(text) ?? []
    if (command && !threadTs) return ask('slack.command', { channel, command, text: words })
    const sent = await readFiles(files)
    return ask('slack.post', {
      channel,
      text: typed(text),
      ...(threadTs && { threadTs }),
      ...(sent.length > 0 && { files: sent }),
    })
  }

  return {
    screen,
    failure,
    dismissFailure: dismiss,
    ask,
    /** Does something whose failure is only shown. */
    quietly: <Of extends SlackCall>(call: Of, args: Arguments<Of>) => quietly(ask(call, args)),
    send: (channel: string, threadTs: string | null, text: string, files: File[]) =>
      attempt(send(channel, threadTs, text, files)).then(() => undefined),
    edit: (channel: string, ts: string, text: string) =>
      quietly(ask('slack.edit', { channel, ts, text: typed(text) })),
  }
}

export type Slack = ReturnType<typeof useSlack>
