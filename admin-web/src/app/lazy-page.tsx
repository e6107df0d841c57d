import { type ComponentType, useEffect, useState } from 'react'
import { loadChunk } from '../shared/chunks/load-chunk.ts'
import { PageProblem } from './route-error.tsx'

type Load = () => Promise<ComponentType>

/**
 * For a route's `lazy`: code that loads when it is first needed. It never fails, since React Router shows an empty page
 * instead of the error boundary of a route whose code can't be loaded (react-router 8, `_renderMatches`).
 */
export const lazyPage = (load: Load) => ({
  Component: () => loadChunk(load).catch((error: unknown) => standIn(load, error)),
})

/** Says that the page can't be opened, and tries to load it again whenever it is shown. */
const standIn = (load: Load, error: unknown): ComponentType =>
  function StandIn() {
    const [Loaded, setLoaded] = useState<ComponentType | null>(null)
    useEffect(() => {
      loadChunk(load).then(
        (loaded) => setLoaded(() => loaded),
        () => {}, // the page still says so
      )
    }, [])
    return Loaded ? <Loaded /> : <PageProblem error={error} />
  }
