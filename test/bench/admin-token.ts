import { apiClient } from '../support/api-client.ts'

/** Sets up the desk. @returns a session's token of its first admin */
export async function adminToken({ url, setupToken }: { url: string; setupToken: string }): Promise<string> {
  const { body } = await apiClient(url).post<{ token: string }>('/api/auth/redeem', {
    token: setupToken,
    email: 'admin@example.com',
    name: 'Admin',
    password: 'correct horse battery',
  })
  return body.token
}
