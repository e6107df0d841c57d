import { emojiNamed, emojiNamesLike } from '../../../../../slack/emoji-codes.ts'
import { Composer } from '../../shared/composer/composer.tsx'
import { replaceEnd, type Suggestion, suggestPeople, wordAtEnd } from '../../shared/composer/suggestion.ts'
import { Close } from '../../shared/icons.tsx'
import { nameOf } from '../message/name-of.ts'
import { type ChosenCommand, slashCommands } from './slash-commands.ts'
import type { Discord } from './use-discord.ts'

type Props = {
  discord: Discord
  channel: string
  replyTo: { id: string; name: string } | undefined
  onReplied: () => void
  onCommand: (command: ChosenCommand) => void
  label: string
}

export const DiscordComposer = ({ discord, channel, replyTo, onReplied, onCommand, label }: Props) => (
  <Composer
    className="d-composer d-composer-box"
    label={label}
    suggest={(text) => [...suggestCommands(discord, text, onCommand), ...suggestOthers(discord, text)]}
    onSend={async (text, files) => {
      await discord.write(channel, text, replyTo?.id, files)
      onReplied()
    }}
    above={
      replyTo && (
        <div className="d-replying">
          <span>
            Replying to <b>{replyTo.name}</b>
          </span>
          <button type="button" className="icon-button" aria-label="Cancel reply" onClick={onReplied}>
            <Close />
          </button>
        </div>
      )
    }
  />
)

function suggestCommands(
  { screen }: Discord,
  text: string,
  onCommand: (command: ChosenCommand) => void,
): Suggestion[] {
  if (!text.startsWith('/')) return []
  return slashCommands(screen.commands)
    .filter(({ path }) => `/${path}`.startsWith(text.trimEnd()))
    .map((command) => ({
      key: command.path,
      label: `/${command.path}`,
      detail: command.description,
      choose: () => onCommand(command),
    }))
}

function suggestOthers({ screen }: Discord, text: string): Suggestion[] {
  const people = screen.members.map(({ user }) => ({ id: user.id, name: nameOf(user) }))
  const word = wordAtEnd(text)
  if (!/^:\w{2,}$/.test(word)) return suggestPeople(text, people)
  return emojiNamesLike(word.slice(1), 8).map((name) => ({
    key: name,
    label: `${emojiNamed(name)} :${name}:`,
    text: replaceEnd(text, word, emojiNamed(name) ?? ''),
  }))
}
