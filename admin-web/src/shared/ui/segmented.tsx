type SegmentedProps<Value extends string> = {
  label: string
  /** null: none is chosen yet */
  value: Value | null
  /** `count` is shown beside the label */
  options: readonly { value: Value; label: string; count?: string | undefined }[]
  onChange: (value: Value) => void
}

/** A few choices side by side, one of them pressed. */
export function Segmented<Value extends string>({ label, value, options, onChange }: SegmentedProps<Value>) {
  return (
    <fieldset className="inline-flex rounded-field border border-base-300 bg-base-100 p-0.5">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          value={option.value}
          aria-pressed={option.value === value}
          className="cursor-pointer rounded-md px-3 py-1 text-sm whitespace-nowrap aria-pressed:bg-base-300 aria-pressed:font-medium"
          onClick={() => onChange(option.value)}
        >
          {option.label}
          {option.count !== undefined && (
            <span className="text-muted ml-1.5 inline-block min-w-3.5 text-xs tabular-nums">
              {' '}
              {option.count}
            </span>
          )}
        </button>
      ))}
    </fieldset>
  )
}
