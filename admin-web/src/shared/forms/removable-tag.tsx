import { Icon } from '../ui/icon.tsx'

type RemovableTagProps = { tag: string; onRemove: () => void }

export const RemovableTag = ({ tag, onRemove }: RemovableTagProps) => (
  <span className="flex items-center gap-1 rounded-selector bg-base-300 py-0.5 pr-1 pl-2 text-sm">
    {tag}
    <button type="button" aria-label={`Remove ${tag}`} className="cursor-pointer p-0.5" onClick={onRemove}>
      <Icon name="close" className="size-3.5" />
    </button>
  </span>
)
