import type { Role } from '../../../../core/users/user.ts'

const tones: Record<Role, string> = {
  user: 'border-transparent bg-base-300',
  moderator: 'badge-soft badge-primary',
  admin: 'badge-soft badge-accent',
}

export const RoleBadge = ({ role }: { role: Role }) => (
  <span className={`badge badge-sm capitalize ${tones[role]}`}>{role}</span>
)
