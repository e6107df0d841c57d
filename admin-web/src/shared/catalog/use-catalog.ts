import { useQuery } from '@tanstack/react-query'
import type { CatalogView } from '../../../../core/catalog/catalog-view.ts'
import { request } from '../http/request.ts'

export const catalogKey = ['catalog'] as const

/** The desk's lists of skills and categories; empty until they are loaded. */
export function useCatalog() {
  const asked = useQuery({
    queryKey: catalogKey,
    queryFn: ({ signal }) => request<CatalogView>('/api/catalog', { signal }),
    staleTime: 10_000,
  })
  return { asked, skills: asked.data?.skills ?? [], categories: asked.data?.categories ?? [] }
}
