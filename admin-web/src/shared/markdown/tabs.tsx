const tabs = [
  { value: 'write', label: 'Write' },
  { value: 'preview', label: 'Preview' },
] as const

export type Tab = (typeof tabs)[number]['value']

type TabsProps = { label: string; current: Tab; onChange: (tab: Tab) => void }

/** Write and Preview. The arrow keys switch between them. */
export function Tabs({ label, current, onChange }: TabsProps) {
  return (
    <div role="tablist" aria-label={`${label}, view`} className="mb-1.5 flex gap-1 text-sm">
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          aria-selected={tab.value === current}
          tabIndex={tab.value === current ? 0 : -1}
          className="text-muted cursor-pointer rounded-md px-2.5 py-1 aria-selected:bg-base-300 aria-selected:text-base-content"
          onClick={() => onChange(tab.value)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
            onChange(current === 'write' ? 'preview' : 'write')
            const other = event.currentTarget.nextElementSibling ?? event.currentTarget.previousElementSibling
            if (other instanceof HTMLElement) other.focus()
          }}
        >
          {tab.label}
        </button>
      ))}
    </div>
  )
}
