import { useMutation } from '@tanstack/react-query'
import type { HandleKind } from '../../../../core/users/handles/handles.ts'
import { request } from '../../shared/http/request.ts'

/** Creates a code, which replaces an earlier one. `expiresAt` is in milliseconds. */
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
