import type { UserView } from '../http/answers.ts'

/** Admins do; moderators where the desk is set up so. */
export const seesAllTickets = ({ role, seesAll }: Pick<UserView, 'role' | 'seesAll'>) =>
  role === 'admin' || seesAll === true
