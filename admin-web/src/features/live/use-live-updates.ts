import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { followStream } from '../../shared/live/follow-stream.ts'
import { setLiveState } from '../../shared/live/live-state.ts'
import { ticketsKey } from '../../shared/tickets/ticket-keys.ts'
import { createRefresher } from './refresher.ts'
import { rememberHolder } from './remember-holder.ts'
import { staleAfter } from './stale-after.ts'

/** A browser opens six connections to a desk, for all its tabs together: hidden tabs close theirs. */
const hiddenMs = 10_000

/** Updates a visible page within a second after a change on the desk. */
export function useLiveUpdates() {
  const client = useQueryClient()
  useEffect(() => {
    const refresh = createRefresher(client)
    let resumed = false
    const stream = followStream({
      onState: setLiveState,
      onSignedOut: () => refresh([ticketsKey, ['account']]),
      onEvent: (event) => {
        rememberHolder(client, event)
        refresh(staleAfter(event, resumed))
        resumed = true
      },
    })
    return whileVisible(stream)
  }, [client])
}

type Stream = ReturnType<typeof followStream>

/** Runs the stream while the page is visible. @returns a function that stops it */
function whileVisible(stream: Stream) {
  let hiding: ReturnType<typeof setTimeout> | undefined
  const update = () => {
    clearTimeout(hiding)
    if (document.hidden) hiding = setTimeout(stream.pause, hiddenMs)
    else stream.resume()
  }
  document.addEventListener('visibilitychange', update)
  window.addEventListener('online', update)
  update()
  return () => {
    clearTimeout(hiding)
    document.removeEventListener('visibilitychange', update)
    window.removeEventListener('online', update)
    stream.pause()
  }
}
