import { ComponentType } from 'discord-api-types/v10'
import { DiscordMarkdown } from '../markdown/markdown.tsx'
import { fieldOf, type Part, type Value, type Values, validationError } from './modal-fields.ts'
import { ModalInput } from './modal-input.tsx'

type Props = {
  part: Part
  values: Values
  isTried: boolean
  onChange: (customId: string, value: Value) => void
}

/** A label with its input: https://discord.com/developers/docs/components/reference#label */
export function Field({ part, values, isTried, onChange }: Props) {
  const field = fieldOf(part)
  if (!field)
    return part.type === ComponentType.TextDisplay ? (
      <div className="d-text">
        <DiscordMarkdown text={part.content} />
      </div>
    ) : null
  const value = values[field.customId]
  const error = isTried ? validationError(field, value) : undefined
  return (
    <div className={error ? 'd-field-block d-wrong' : 'd-field-block'}>
      <div className="d-label">
        {field.label}
        {field.required && <span className="d-star">*</span>}
      </div>
      {field.description && <p className="d-description">{field.description}</p>}
      <ModalInput field={field} value={value} onChange={(now) => onChange(field.customId, now)} />
      {error && (
        <p className="d-error" role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
