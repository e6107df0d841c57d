import './shared/base.css'
import './shared/composer/composer.css'
import './slack/slack.css'
import './slack/slack-client.css'
import './discord/discord.css'
import './discord/discord-client.css'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { Gallery } from './gallery/gallery.tsx'
import { createLive } from './live/live.ts'
import { openSocket } from './live/open-socket.ts'
import { takeToken } from './live/token.ts'
import { LiveContext } from './live/use-live.ts'

// zod tries eval when a schema is first used, which the Content-Security-Policy forbids.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root.')
createRoot(root).render(
  <StrictMode>
    <CSPProvider disableStyleElements>{shown()}</CSPProvider>
  </StrictMode>,
)

function shown(): ReactNode {
  if (location.pathname === '/gallery') return <Gallery />
  return (
    <LiveContext value={createLive(openSocket(takeToken()))}>
      <App />
    </LiveContext>
  )
}
