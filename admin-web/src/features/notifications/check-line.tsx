import { useId } from 'react'

type CheckLineProps = { label: string; hint: string; checked: boolean; onChange: (on: boolean) => void }

/** A box to tick, with what it means below. */
export function CheckLine({ label, hint, checked, onChange }: CheckLineProps) {
  const id = useId()
  return (
    <div className="flex items-start gap-3">
      <input
        id={id}
        type="checkbox"
        className="checkbox checkbox-sm checkbox-primary mt-0.5"
        aria-describedby={`${id}-hint`}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <div>
        <label htmlFor={id} className="cursor-pointer">
          {label}
        </label>
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      </div>
    </div>
  )
}
