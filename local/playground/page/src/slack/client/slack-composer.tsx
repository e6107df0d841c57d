import { emojiNamed, emojiNamesLike } from '../../../../../slack/emoji-codes.ts'
import { Composer } from '../../shared/composer/composer.tsx'
import { replaceEnd, type Suggestion, suggestPeople, wordAtEnd } from '../../shared/composer/suggestion.ts'
import { Send } from '../../shared/icons.tsx'
import type { Slack } from './use-slack.ts'

type Props = { slack: Slack; channel: string; thread: string | null; label: string }

export const SlackComposer = ({ slack, channel, thread, label }: Props) => (
  <Composer
    className="s-composer s-composer-box"
    label={label}
    suggest={(text) => [...suggestCommands(slack, text, thread), ...suggestOthers(slack, text)]}
    onSend={(text, files) => slack.send(channel, thread, text, files)}
    above={
      <div className="s-format" aria-hidden="true">
        <b>B</b> <i>I</i> <s>S</s> <code>{'</>'}</code> ☰ ❝
      </div>
    }
    send={<Send />}
  />
)

/** Commands and global shortcuts, which Slack lists after "/" at the start. It has no commands in threads. */
function suggestCommands(slack: Slack, text: string, thread: string | null): Suggestion[] {
  if (thread || !/^\/\S*$/.test(text)) return []
  const { commands, shortcuts } = slack.screen
  const wanted = text.slice(1).toLowerCase()
  return [
    ...commands
      .filter(({ command }) => command.startsWith(text) && command !== text)
      .map(({ command, description, usage_hint = '' }) => ({
        key: command,
        label: `${command} ${usage_hint}`.trim(),
        detail: description,
        text: `${command} `,
      })),
    ...shortcuts
      .filter(({ type, name }) => type === 'global' && name.toLowerCase().includes(wanted))
      .map(({ name, description, callback_id: callbackId }) => ({
        key: callbackId,
        label: name,
        detail: description,
        choose: () => slack.quietly('slack.shortcut', { callbackId }),
      })),
  ]
}

function suggestOthers(slack: Slack, text: string): Suggestion[] {
  const people = slack.screen.people.map(({ id, realName }) => ({ id, name: realName }))
  const word = wordAtEnd(text)
  if (!/^:\w{2,}$/.test(word)) return suggestPeople(text, people)
  return emojiNamesLike(word.slice(1), 8).map((name) => ({
    key: name,
    label: `${emojiNamed(name)} :${name}:`,
    text: replaceEnd(text, word, `:${name}:`),
  }))
}
