import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { LookAlike } from '../../../../../core/triage/similar/similar-view.ts'
import { request } from '../../../shared/http/request.ts'
import { useDebounced } from '../../../shared/time/use-debounced.ts'

/** Shorter titles are like many. */
const minCharacters = 8
const typedMs = 500

/** One's own open tickets that look like the one whose title is being typed. */
export function useLookAlikes(title: string): LookAlike[] {
  const asked = useDebounced(title.trim(), typedMs)
  const { data = [] } = useQuery({
    queryKey: ['look-alikes', asked],
    enabled: asked.length >= minCharacters,
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ title: asked })
      return (await request<{ tickets: LookAlike[] }>(`/api/look-alikes?${query}`, { signal })).tickets
    },
    placeholderData: keepPreviousData,
  })
  return asked.length >= minCharacters ? data : []
}
