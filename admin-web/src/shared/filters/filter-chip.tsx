import { Icon } from '../ui/icon.tsx'

/** An active filter with a button to remove it. */
export const FilterChip = ({ label, onRemove }: { label: string; onRemove: () => void }) => (
  <span className="inline-flex max-w-full items-center gap-1 rounded-full border border-base-300 bg-base-100 py-0.5 pr-1 pl-3 text-sm">
    <span className="truncate">{label}</span>
    <button
      type="button"
      aria-label={`Remove filter ${label}`}
      className="cursor-pointer rounded-full p-1 hover:bg-base-300"
      onClick={onRemove}
    >
      <Icon name="close" className="size-3.5" />
    </button>
  </span>
)
