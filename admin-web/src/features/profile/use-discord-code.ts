import { useMutation } from '@tanstack/react-query'
import { request } from '../../shared/http/request.ts'

/** A new code ends an earlier one. `expiresAt` in milliseconds. */
export const useDiscordCode = () =>
  useMutation({
    mutationFn: async () => {
      const { code, expiresInSeconds } = await request<{ code: string; expiresInSeconds: number }>(
        '/api/auth/discord-code',
        { method: 'POST' },
      )
      return { code, expiresAt: Date.now() + expiresInSeconds * 1000 }
    },
  })
