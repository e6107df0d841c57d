import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10'
import { type SubmitEvent, useState } from 'react'
import { Close } from '../../shared/icons.tsx'
import { CommandOption } from './command-option.tsx'
import { type ChosenCommand, optionValues } from './slash-commands.ts'
import type { Discord } from './use-discord.ts'

type Props = { discord: Discord; channel: string; command: ChosenCommand; onDone: () => void }

/** A chosen slash command with its options, in place of the text box. Enter runs it, Escape leaves it. */
export function CommandBar({ discord, channel, command, onDone }: Props) {
  const [typed, setTyped] = useState<Record<string, string>>({})
  const [missing, setMissing] = useState<string | null>(null)
  const run = (event: SubmitEvent) => {
    event.preventDefault()
    const empty = command.options.find(({ name, required }) => required && !typed[name]?.trim())
    setMissing(empty?.name ?? null)
    if (empty) return
    discord.interact('discord.command', {
      channel,
      path: command.path,
      options: optionValues(command, typed),
    })
    onDone()
  }
  return (
    <form
      className="d-command"
      aria-label={`/${command.path}`}
      onSubmit={run}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone()
      }}
    >
      <div className="d-command-line">
        <b>/{command.path}</b>
        {command.options.map((option: APIApplicationCommandBasicOption, index) => (
          <CommandOption
            key={option.name}
            option={option}
            isFirst={index === 0}
            isMissing={missing === option.name}
            value={typed[option.name] ?? ''}
            onChange={(value) => setTyped({ ...typed, [option.name]: value })}
            suggest={(value) =>
              discord
                .ask('discord.autocomplete', {
                  channel,
                  path: command.path,
                  options: { ...optionValues(command, typed), [option.name]: value },
                  focused: option.name,
                })
                .then(({ choices }) => choices)
            }
          />
        ))}
        <button
          type="submit"
          className="d-button d-primary"
          // Without options there is nothing to type, and Enter runs the command.
          ref={(button) => {
            if (command.options.length === 0) button?.focus()
          }}
        >
          Run
        </button>
        <button type="button" className="icon-button" aria-label="Cancel command" onClick={onDone}>
          <Close />
        </button>
      </div>
      <p className="d-command-help">
        {missing ? `“${missing}” is required. Specify a value.` : command.description}
      </p>
    </form>
  )
}
