import { useMutation } from '@tanstack/react-query'
import type { HandleKind } from '../../../../core/users/handles/handles.ts'
import { request } from '../../shared/http/request.ts'

/** A new code ends an earlier one. `expiresAt` in milliseconds. */
export const useChatCode = (kind: HandleKind) =>
  useMutation({
    mutationFn: async () => {
      const { code, expiresInSeconds } = await request<{ code: string; expiresInSeconds: number }>(
        `/api/auth/${kind}-code`,
        { method: 'POST' },
      )
      return { code, expiresAt: Date.now() + expiresInSeconds * 1000 }
    },
  })
