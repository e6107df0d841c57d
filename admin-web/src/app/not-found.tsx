import { Link } from 'react-router'
import { useTitle } from '../shared/ui/use-title.ts'

export function NotFound() {
  useTitle('No such page')
  return (
    <div className="mx-auto max-w-md px-6 py-24 text-center">
      <h1 className="text-2xl font-semibold">There is no such page</h1>
      <p className="text-muted mt-2 mb-6">The address may be mistyped, or the page is gone.</p>
      <Link to="/" className="btn btn-primary">
        Go to the start
      </Link>
    </div>
  )
}
