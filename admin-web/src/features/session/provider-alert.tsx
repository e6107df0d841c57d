import { Icon } from '../../shared/ui/icon.tsx'

/** Says why signing in with another service failed. */
export const ProviderAlert = ({ problem }: { problem: string }) => (
  <div role="alert" className="alert alert-soft alert-error">
    <Icon name="alert" className="size-5" />
    <span>{problem}</span>
  </div>
)
