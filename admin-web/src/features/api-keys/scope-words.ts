import type { ApiKeyScope } from '../../../../core/users/api-keys/api-key.ts'

export const scopeWords: Record<ApiKeyScope, string> = {
  'tickets:read': 'Read the tickets that I may see',
  'tickets:write': 'File, change and answer tickets',
  'users:read': 'Read my account, and for admins all accounts',
  admin: 'What only admins may do',
}

const everybodys: ApiKeyScope[] = ['tickets:read', 'tickets:write', 'users:read']

/** The scopes that a key of this person may have. */
export const scopesFor = (role: string): ApiKeyScope[] =>
  role === 'admin' ? [...everybodys, 'admin'] : everybodys
