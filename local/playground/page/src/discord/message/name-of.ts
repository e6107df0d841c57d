import type { APIUser } from 'discord-api-types/v10'

/** How Discord shows somebody who has no nickname in the server. */
export const nameOf = (user: Pick<APIUser, 'username' | 'global_name'>) => user.global_name ?? user.username
