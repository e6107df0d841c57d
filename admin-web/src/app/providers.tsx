import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type Location, Outlet, ScrollRestoration, useNavigate } from 'react-router'
import { forgetFirstAnswersSoon } from '../shared/http/first-answers.ts'
import { logInPath } from '../shared/session/return-path.ts'
import { setSession } from '../shared/session/session.ts'
import { Toaster } from '../shared/toasts/toaster.tsx'
import { Notes } from './notes/notes.tsx'
import { createQueryClient } from './query-client.ts'

/** All pages that are opened by their address have the key `default`, and would share where they were scrolled to. */
const placeOf = ({ key, pathname }: Location) => (key === 'default' ? pathname : key)

/** Around every page: the cache of API answers, and toasts. */
export function Providers() {
  const navigate = useNavigate()
  const [client] = useState(() =>
    createQueryClient(() => {
      setSession(null)
      navigate(logInPath(window.location.href), { replace: true })
    }),
  )
  useEffect(forgetFirstAnswersSoon, [])
  return (
    <QueryClientProvider client={client}>
      <Outlet />
      <ScrollRestoration getKey={placeOf} />
      <div className="pointer-events-none fixed inset-x-4 top-16 z-1000 flex flex-col gap-2 lg:top-auto lg:right-auto lg:bottom-32 lg:left-3 lg:w-54">
        <Notes />
        <Toaster />
      </div>
    </QueryClientProvider>
  )
}
