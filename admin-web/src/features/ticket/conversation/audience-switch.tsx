import type { Visibility } from '../../../../../core/tickets/comments/comment.ts'
import { Segmented } from '../../../shared/ui/segmented.tsx'
import type { Audience } from './audience.ts'

const options: readonly { value: Visibility; label: string }[] = [
  { value: 'public', label: 'Reply to requester' },
  { value: 'internal', label: 'Internal note' },
]

type AudienceSwitchProps = { value: Audience; onChange: (value: Visibility) => void }

export function AudienceSwitch({ value, onChange }: AudienceSwitchProps) {
  return (
    <div className="mb-3">
      <Segmented label="Who sees it" value={value} options={options} onChange={onChange} />
    </div>
  )
}
