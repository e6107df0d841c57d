import { Eye } from '../../shared/icons.tsx'

export const OnlyToYou = ({ onDismiss }: { onDismiss: () => void }) => (
  <div className="d-only-you">
    <Eye /> Only you can see this •{' '}
    <button type="button" className="d-link" onClick={onDismiss}>
      Dismiss message
    </button>
  </div>
)
