import { useRouteError } from 'react-router'
import { errorMessage } from '../shared/http/problem.ts'
import { LogoMark } from '../shared/ui/logo.tsx'
import { useTitle } from '../shared/ui/use-title.ts'

/** Shown when a page can't be opened: the desk is down, or an update has replaced this console's files. */
export const RouteError = () => <PageProblem error={useRouteError()} />

export function PageProblem({ error }: { error: unknown }) {
  useTitle('Something went wrong')
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-center px-6 py-24 text-center">
      <LogoMark className="size-12" />
      <h1 className="mt-5 text-xl font-semibold">This page couldn’t be opened</h1>
      <p className="text-muted mt-2 mb-6">{errorMessage(error)}</p>
      <button type="button" className="btn btn-primary" onClick={() => window.location.reload()}>
        Reload
      </button>
    </div>
  )
}
