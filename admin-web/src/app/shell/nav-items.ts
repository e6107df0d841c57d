import type { Role } from '../../../../core/users/user.ts'
import type { IconName } from '../../shared/ui/icon.tsx'

export type NavItem = { to: string; label: string; icon: IconName; roles: readonly Role[] }

const everybody: readonly Role[] = ['user', 'moderator', 'admin']

export const navItems: NavItem[] = [
  { to: '/queue', label: 'Queue', icon: 'queue', roles: ['moderator', 'admin'] },
  { to: '/tickets', label: 'My tickets', icon: 'ticket', roles: everybody },
  { to: '/all', label: 'All tickets', icon: 'layers', roles: ['admin'] },
  { to: '/canned-replies', label: 'Canned replies', icon: 'reply', roles: ['moderator', 'admin'] },
  { to: '/users', label: 'Users', icon: 'users', roles: ['admin'] },
  { to: '/catalog', label: 'Skills & categories', icon: 'tag', roles: ['admin'] },
  { to: '/triage', label: 'Triage', icon: 'spark', roles: ['admin'] },
  { to: '/audit', label: 'Audit log', icon: 'scroll', roles: ['admin'] },
  { to: '/deliveries', label: 'Deliveries', icon: 'send', roles: ['admin'] },
  { to: '/mailbox', label: 'Mailbox', icon: 'mail', roles: ['admin'] },
  { to: '/health', label: 'Service health', icon: 'pulse', roles: ['admin'] },
]
