import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { loadChunk } from './load-chunk.ts'

/**
 * A part of a page whose code loads when it is first shown. When it can't be loaded, its place stays empty, and a note on
 * the page offers to reload.
 * @param meanwhile what is shown in its place until then
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = null,
) {
  const nothing: ComponentType<Props> = () => null
  const Part = lazy(async () => ({ default: await loadChunk(load).catch(() => nothing) }))
  return function LazyPart(props: Props) {
    return (
      <Suspense fallback={meanwhile}>
        <Part {...props} />
      </Suspense>
    )
  }
}
