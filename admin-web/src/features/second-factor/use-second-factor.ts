import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from '../../shared/http/request.ts'
import { toast } from '../../shared/toasts/toasts.ts'

const path = '/api/auth/second-factor'
const secondFactorKey = ['second-factor'] as const

export type SecondFactorState = { since: string | null; recoveryCodesLeft: number; needed: boolean }
export type Pending = { key: string; uri: string; setUp: string }
export type WithCode = { code: string; password?: string | undefined }
type Codes = { recoveryCodes: string[] }

/** Whether the reader's two-step sign-in is on. */
export const useSecondFactor = () =>
  useQuery({
    queryKey: secondFactorKey,
    queryFn: ({ signal }) => request<SecondFactorState>(path, { signal }),
  })

/** Asks for a new key for the authenticator app. */
export const useBeginSetUp = () =>
  useMutation({
    mutationFn: (body: { password?: string }) => request<Pending>(`${path}/set-up`, { method: 'POST', body }),
  })

/** Turns it on. Only this answer holds the recovery codes. */
export function useFinishSetUp() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: { setUp: string; code: string }) => request<Codes>(path, { method: 'POST', body }),
    onSuccess: () => queries.invalidateQueries(),
  })
}

/** Makes new recovery codes. Only this answer holds them. */
export function useRenewCodes() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: WithCode) => request<Codes>(`${path}/recovery-codes`, { method: 'POST', body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: secondFactorKey }),
  })
}

export function useTurnOff(onDone: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: WithCode) => request(`${path}/off`, { method: 'POST', body }),
    onSuccess: () => {
      toast('success', 'Two-step sign-in is off')
      onDone()
      return queries.invalidateQueries()
    },
  })
}
