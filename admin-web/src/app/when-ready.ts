import type { DataRouter } from 'react-router'
import { readFirstAnswers } from '../shared/http/first-answers.ts'

/** A page that waits longer appears without its data, so that one can go elsewhere. */
const maxWaitMs = 3_000

/** Waits until the first page can be shown: its code, who is signed in, and what it shows. */
export const whenReady = (router: DataRouter) =>
  Promise.all([isInitialized(router), Promise.race([readFirstAnswers(), pause(maxWaitMs)])])

function isInitialized(router: DataRouter): Promise<void> {
  return new Promise((done) => {
    const stop = router.subscribe(({ initialized }) => initialized && end())
    const end = () => {
      stop()
      done()
    }
    if (router.state.initialized) end()
  })
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
