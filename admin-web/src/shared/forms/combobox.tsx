import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'

type ComboboxProps<Option> = {
  label: string
  placeholder: string
  text: string
  options: Option[]
  /** shown below the options: that there are none, or that the search is running */
  note: string | null
  idOf: (option: Option) => string
  render: (option: Option) => ReactNode
  onText: (text: string) => void
  onPick: (option: Option) => void
}

/** A text field that offers matching options: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
export function Combobox<Option>({
  label,
  placeholder,
  text,
  options,
  note,
  ...more
}: ComboboxProps<Option>) {
  const { idOf, render, onText, onPick } = more
  const id = useId()
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const chosen = options[Math.min(active, options.length - 1)]

  const pick = (option: Option) => {
    onPick(option)
    setOpen(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && options.length > 0) {
      event.preventDefault()
      setOpen(true)
      setActive((now) => (now + step + options.length) % options.length)
    } else if (event.key === 'Enter' && open && chosen) {
      event.preventDefault()
      pick(chosen)
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      setOpen(false)
    }
  }

  return (
    <div className="relative">
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={open && chosen ? `${id}-${idOf(chosen)}` : undefined}
        className="input w-full"
        placeholder={placeholder}
        value={text}
        onChange={(event) => {
          onText(event.target.value)
          setActive(0)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        // browsers let Tab stop at what scrolls, and this is gone by then
        tabIndex={-1}
        aria-label={label}
        hidden={!open}
        className="panel absolute inset-x-0 top-full z-20 mt-1 max-h-72 min-w-56 overflow-y-auto p-1 shadow-lg"
      >
        {options.map((option) => (
          <div
            key={idOf(option)}
            id={`${id}-${idOf(option)}`}
            role="option"
            tabIndex={-1}
            aria-selected={option === chosen}
            className="cursor-pointer rounded-field px-2 py-1.5 aria-selected:bg-base-300"
            onPointerDown={(event) => {
              event.preventDefault() // the field keeps the focus, so the list stays until the click is done
              pick(option)
            }}
          >
            {render(option)}
          </div>
        ))}
        {note && <p className="text-muted px-2 py-1.5 text-sm">{note}</p>}
      </div>
    </div>
  )
}
