import './app/app.css'
import { fillTicket } from './opening/fill-ticket.ts'
import { followTheme } from './shared/theme/theme.ts'

/** A slow answer delays the scripts no longer, and a page in the background isn't painted. */
const maxWaitMs = 500

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
const nextPaint = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
const firstPaint = new Promise((done) => {
  new PerformanceObserver(done).observe({ type: 'paint', buffered: true })
})
const opened = Promise.all([firstPaint, fillTicket().then(nextPaint)])

// Before the first paint, which waits for this script.
followTheme()

/** The scripts wait until the opening is painted, so that they don't take the connection from it. */
void Promise.race([opened, pause(maxWaitMs)]).then(async () => {
  const scripts = document.querySelector<HTMLTemplateElement>('#scripts')
  if (scripts) document.head.append(scripts.content)
  await import('./react.ts')
  await import('./main.tsx')
})
