import { type APITextInputComponent, ComponentType, TextInputStyle } from 'discord-api-types/v10'
import { useId } from 'react'
import { AttachButton, PickedList } from '../../shared/composer/attach.tsx'
import { PlatformError } from '../../shared/platform-error.tsx'
import { SelectField } from '../components/select.tsx'
import type { ModalField, Value } from './modal-fields.ts'

type Props = {
  field: ModalField
  value: Value | undefined
  onChange: (value: Value) => void
}

/** The inputs that a modal may have: https://discord.com/developers/docs/components/reference#component-object-component-types */
export function ModalInput({ field, value = '', onChange }: Props) {
  const { input, label } = field
  const chosen = [value].flat().filter((one) => typeof one === 'string' && one !== '') as string[]
  switch (input.type) {
    case ComponentType.TextInput:
      return <TextInput input={input} label={label} value={String(value)} onChange={onChange} />
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      return <SelectField select={input} values={chosen} label={label} onChange={onChange} />
    case ComponentType.RadioGroup:
      return <Marks type="radio" options={input.options} label={label} chosen={chosen} onChange={onChange} />
    case ComponentType.CheckboxGroup:
      return (
        <Marks type="checkbox" options={input.options} label={label} chosen={chosen} onChange={onChange} />
      )
    case ComponentType.FileUpload:
      return <Upload files={filesIn(value)} max={input.max_values ?? 1} onChange={onChange} />
    default:
      return <PlatformError>The playground does not show this input. Discord does.</PlatformError>
  }
}

const filesIn = (value: Value) => [value].flat().filter((one) => one instanceof File)

type UploadProps = { files: File[]; max: number; onChange: (files: File[]) => void }

/** https://discord.com/developers/docs/components/reference#file-upload */
const Upload = ({ files, max, onChange }: UploadProps) => (
  <div className="d-upload">
    <AttachButton onPick={(picked) => onChange([...files, ...picked].slice(0, max))} />
    <PickedList files={files} onRemove={(gone) => onChange(files.filter((file) => file !== gone))} />
  </div>
)

type TextProps = {
  input: APITextInputComponent
  label: string
  value: string
  onChange: (value: string) => void
}

/** https://discord.com/developers/docs/components/reference#text-input */
function TextInput({ input, label, value, onChange }: TextProps) {
  const common = {
    className: 'd-input',
    value,
    placeholder: input.placeholder,
    'aria-label': label,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  }
  const max = input.max_length ?? 4_000
  return (
    <div className="d-input-box">
      {input.style === TextInputStyle.Paragraph ? (
        <textarea {...common} rows={4} />
      ) : (
        <input type="text" {...common} />
      )}
      {input.max_length !== undefined && <output className="d-left">{max - [...value].length}</output>}
    </div>
  )
}

type MarksProps = {
  type: 'radio' | 'checkbox'
  options: { value: string; label: string; description?: string | undefined }[]
  label: string
  chosen: string[]
  onChange: (values: string[]) => void
}

function Marks({ type, options, label, chosen, onChange }: MarksProps) {
  const name = useId()
  const toggle = (value: string, isOn: boolean) => {
    const others = type === 'radio' ? [] : chosen.filter((one) => one !== value)
    onChange(isOn ? [...others, value] : others)
  }
  return (
    <fieldset className="d-marks" aria-label={label}>
      {options.map(({ value, label: words, description }) => (
        <label className="d-mark" key={value}>
          <input
            type={type}
            name={name}
            checked={chosen.includes(value)}
            onChange={(event) => toggle(value, event.target.checked)}
          />
          <span>
            {words}
            {description && <small>{description}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
