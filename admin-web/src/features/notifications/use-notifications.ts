import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { changePreferencesSchema } from '../../../../core/notifications/change-preferences.ts'
import type { PreferencesView } from '../../../../core/notifications/preferences-view.ts'
import { request } from '../../shared/http/request.ts'

export type { PreferencesView }
export type PreferencesInput = z.input<typeof changePreferencesSchema>

type Answer = { notifications: PreferencesView }
const path = '/api/me/notifications'
const key = ['notifications']

/** The reader's notification settings. */
export const useNotifications = () =>
  useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => (await request<Answer>(path, { signal })).notifications,
  })

/**
 * Changes some settings, one request after the other. A click shows at once; the answer to the last request replaces
 * the view, since a choice can lock other cells.
 */
export function useChangeNotifications(onDone?: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationKey: key,
    scope: { id: 'notifications' },
    mutationFn: (body: PreferencesInput) => request<Answer>(path, { method: 'PUT', body }),
    onMutate: ({ matrix }) =>
      client.setQueryData<PreferencesView>(key, (view) => (view && matrix ? withClicks(view, matrix) : view)),
    onSuccess: ({ notifications }) => {
      if (client.isMutating({ mutationKey: key }) === 1) client.setQueryData(key, notifications)
      onDone?.()
    },
    onError: () => client.invalidateQueries({ queryKey: key }),
  })
}

/** The view after these clicks, as far as it is known before the answer. */
export const withClicks = (
  view: PreferencesView,
  matrix: NonNullable<PreferencesInput['matrix']>,
): PreferencesView => ({
  ...view,
  events: view.events.map((row) => ({
    ...row,
    cells: {
      mail: { ...row.cells.mail, on: matrix[row.event]?.mail ?? row.cells.mail.on },
      slack: { ...row.cells.slack, on: matrix[row.event]?.slack ?? row.cells.slack.on },
      discord: { ...row.cells.discord, on: matrix[row.event]?.discord ?? row.cells.discord.on },
    },
  })),
})
