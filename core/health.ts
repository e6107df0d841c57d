export type ServiceState = { state: 'up' | 'down' | 'not configured'; detail: string }
export type ServiceName = 'database' | 'inngest' | 'mail' | 'slack' | 'discord' | 'gemini'
export type Checks = Record<ServiceName, () => Promise<ServiceState>>

export type Health = {
  status: 'ok' | 'degraded'
  services: Record<ServiceName, ServiceState>
  owed: { documents: number; oldestSeconds: number }
}

const checkDeadlineMs = 2_500

/** A check that hangs or throws is a service that is down. What went wrong is for the log, not for the public. */
async function checked(check: () => Promise<ServiceState>): Promise<ServiceState> {
  const late = new Promise<ServiceState>((resolve) =>
    setTimeout(() => resolve({ state: 'down', detail: 'does not answer' }), checkDeadlineMs).unref(),
  )
  return Promise.race([
    check().catch((): ServiceState => ({ state: 'down', detail: 'does not answer' })),
    late,
  ])
}

/** How every service is, and how much is still owed. Holds no secrets and no addresses. */
export async function readHealth(checks: Checks, backlog: () => Promise<Health['owed']>): Promise<Health> {
  const names = Object.keys(checks) as ServiceName[]
  const states = await Promise.all(names.map((name) => checked(checks[name])))
  const services = Object.fromEntries(names.map((name, index) => [name, states[index]])) as Health['services']
  const owed = await backlog().catch(() => ({ documents: 0, oldestSeconds: 0 }))
  return { status: states.some(({ state }) => state === 'down') ? 'degraded' : 'ok', services, owed }
}
