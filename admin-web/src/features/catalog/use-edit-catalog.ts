import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ListName } from '../../../../core/catalog/catalog.ts'
import type { EntryView } from '../../../../core/catalog/catalog-view.ts'
import type { CategoryForm } from '../../../../core/catalog/form/category-field.ts'
import { catalogKey } from '../../shared/catalog/use-catalog.ts'
import { request } from '../../shared/http/request.ts'

type Edit = {
  path?: string
  method: 'POST' | 'PUT'
  body: Partial<EntryView> | { into: string } | CategoryForm
}

/** Adds to a list, changes an entry of it or its fields, or merges one into another. */
export function useEditCatalog(list: ListName, onDone: (entry: EntryView) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ path = '', ...options }: Edit) =>
      request<{ entry: EntryView }>(`/api/catalog/${list}${path}`, options),
    onSuccess: ({ entry }) => {
      onDone(entry)
      return queries.invalidateQueries({ queryKey: catalogKey })
    },
  })
}
