import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ModelView, TriageReport } from '../../../../core/triage/models/model-view.ts'
import { otherPollMs } from '../../shared/http/poll.ts'
import { errorMessage } from '../../shared/http/problem.ts'
import { request } from '../../shared/http/request.ts'
import { toast } from '../../shared/toasts/toasts.ts'

const triageKey = ['triage'] as const
/** While a training is under way, its end should show soon. */
const trainingPollMs = 2_000

export const useTriage = () =>
  useQuery({
    queryKey: triageKey,
    queryFn: ({ signal }) => request<TriageReport>('/api/triage', { signal }),
    refetchInterval: ({ state: { data } }) =>
      data && data.training.state !== 'idle' ? trainingPollMs : otherPollMs,
  })

export function useTrain() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => request('/api/triage/training', { method: 'POST' }),
    onError: (error) => toast('error', errorMessage(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: triageKey }),
  })
}

export function useUseModel({ id, number }: ModelView) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => request(`/api/triage/models/${id}/use`, { method: 'POST' }),
    onSuccess: () => toast('success', `Model ${number} is in use`),
    onError: (error) => toast('error', errorMessage(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: triageKey }),
  })
}

export function useUseRules() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => request('/api/triage/rules/use', { method: 'POST' }),
    onSuccess: () => toast('success', 'The built-in rules and examples are in use'),
    onError: (error) => toast('error', errorMessage(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: triageKey }),
  })
}
