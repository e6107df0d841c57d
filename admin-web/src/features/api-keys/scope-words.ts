import type { ApiKeyScope } from '../../../../core/users/api-keys/api-key.ts'

export const scopeWords: Record<ApiKeyScope, string> = {
  'tickets:read': 'Read the tickets I can see',
  'tickets:write': 'File, change and answer tickets',
  'users:read': 'Read my account, or all accounts if I’m an admin',
  admin: 'Do what only admins can do',
}

const everybodys: ApiKeyScope[] = ['tickets:read', 'tickets:write', 'users:read']

/** The scopes that a key of this person may have. */
export const scopesFor = (role: string): ApiKeyScope[] =>
  role === 'admin' ? [...everybodys, 'admin'] : everybodys
