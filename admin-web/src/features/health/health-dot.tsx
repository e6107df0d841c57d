import { useHealth } from './use-health.ts'

/** The desk's state at a glance, beside the link to its page. */
export function HealthDot() {
  const { data, isError } = useHealth()
  const [tone, words] = isError
    ? ['bg-error', 'unknown']
    : data?.status === 'degraded'
      ? ['bg-warning', 'degraded']
      : data
        ? ['bg-success', 'all services up']
        : ['bg-base-content/30', 'checking']
  return (
    <span className={`size-2 rounded-full ${tone}`} title={words}>
      <span className="sr-only">: {words}</span>
    </span>
  )
}
