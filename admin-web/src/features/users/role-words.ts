import type { Role } from '../../../../core/users/user.ts'

export const roleWords: Record<Role, string> = {
  user: 'User: files and follows tickets',
  moderator: 'Moderator: claims and answers tickets',
  admin: 'Admin: manages everything, accounts included',
}
