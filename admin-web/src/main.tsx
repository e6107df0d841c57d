import { StrictMode, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { router } from './app/router.tsx'
import { whenReady } from './app/when-ready.ts'
import { readSession } from './shared/session/session.ts'

// Uses up the answer that index.html preloads. Read later, it would tell of the time before a sign-in.
readSession().catch(() => undefined)

// zod tries eval when a schema is created, which the Content-Security-Policy forbids. Set here because importing zod's
// `config` function would add zod to the initial script.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root.')

// What the HTML shows stays until the whole page is there. As a transition, the page is rendered in small steps.
void whenReady(router).then(() =>
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <RouterProvider router={router} />
      </StrictMode>,
    ),
  ),
)
