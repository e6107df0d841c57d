import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { Outlet, ScrollRestoration, useNavigate } from 'react-router'
import { logInPath } from '../shared/session/return-path.ts'
import { setSession } from '../shared/session/session.ts'
import { Toaster } from '../shared/toasts/toaster.tsx'
import { createQueryClient } from './query-client.ts'

/** Around every page: the cache of API answers, and toasts. */
export function Providers() {
  const navigate = useNavigate()
  const [client] = useState(() =>
    createQueryClient(() => {
      setSession(null)
      navigate(logInPath(window.location.href), { replace: true })
    }),
  )
  return (
    <QueryClientProvider client={client}>
      <Outlet />
      <ScrollRestoration />
      <Toaster />
    </QueryClientProvider>
  )
}
