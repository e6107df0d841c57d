import { Link } from 'react-router'
import { useTitle } from '../shared/ui/use-title.ts'

export function NotFound() {
  useTitle('Page not found')
  return (
    <div className="mx-auto max-w-md px-6 py-24 text-center">
      <h1 className="text-2xl font-semibold">Page not found</h1>
      <p className="text-muted mt-2 mb-6">Check the address, or go back to the start.</p>
      <Link to="/" className="btn btn-primary">
        Go to start
      </Link>
    </div>
  )
}
