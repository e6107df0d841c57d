import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOptionChoice,
} from 'discord-api-types/v10'
import { ApplicationCommandOptionType } from 'discord-api-types/v10'
import { useEffect, useId, useRef, useState } from 'react'

type Props = {
  option: APIApplicationCommandBasicOption
  value: string
  isFirst: boolean
  isMissing: boolean
  onChange: (value: string) => void
  /** The choices that the app offers for what is typed. */
  suggest: (value: string) => Promise<APIApplicationCommandOptionChoice[]>
}

/** One option of a slash command. Its choices come with the command, or from the app while one types. */
export function CommandOption({ option, value, isFirst, isMissing, onChange, suggest }: Props) {
  const listId = useId()
  const choices = useChoices(option, value, suggest)
  return (
    <label className={isMissing ? 'd-option d-wrong' : 'd-option'}>
      <span>{option.name}</span>
      <input
        ref={(box) => {
          if (isFirst && value === '') box?.focus()
        }}
        value={choices.find((choice) => String(choice.value) === value)?.name ?? value}
        list={choices.length > 0 ? listId : undefined}
        placeholder={option.description}
        aria-label={option.name}
        aria-required={option.required ?? false}
        onChange={(event) => {
          const chosen = choices.find(({ name }) => name === event.target.value)
          onChange(chosen ? String(chosen.value) : event.target.value)
        }}
      />
      <datalist id={listId}>
        {choices.map((choice) => (
          <option key={String(choice.value)} value={choice.name} />
        ))}
      </datalist>
    </label>
  )
}

const yesAndNo = [
  { name: 'True', value: 'true' },
  { name: 'False', value: 'false' },
]
const pauseMs = 200

function useChoices(
  option: APIApplicationCommandBasicOption,
  value: string,
  suggest: Props['suggest'],
): APIApplicationCommandOptionChoice[] {
  const [offered, setOffered] = useState<APIApplicationCommandOptionChoice[]>([])
  const isAsked = 'autocomplete' in option && option.autocomplete === true
  const ask = useRef(suggest)
  ask.current = suggest
  useEffect(() => {
    if (!isAsked) return
    const timer = setTimeout(() => {
      ask.current(value).then(setOffered, () => setOffered([]))
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [isAsked, value])
  if (option.type === ApplicationCommandOptionType.Boolean) return yesAndNo
  return isAsked ? offered : ('choices' in option && option.choices) || []
}
