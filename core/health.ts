import pTimeout from 'p-timeout'
import { z } from 'zod'

const serviceNames = ['database', 'inngest', 'mail', 'mail-in', 'slack', 'discord', 'gemini'] as const

const serviceStateSchema = z.object({
  state: z.enum(['up', 'down', 'not configured']),
  detail: z.string(),
})

export const healthSchema = z.object({
  status: z.enum(['ok', 'degraded']),
  services: z.record(z.enum(serviceNames), serviceStateSchema),
  pending: z.object({ documents: z.number().int(), oldestSeconds: z.number().int() }),
})

export type ServiceState = z.infer<typeof serviceStateSchema>
export type ServiceName = (typeof serviceNames)[number]
export type Checks = Record<ServiceName, () => Promise<ServiceState>>
export type Health = z.infer<typeof healthSchema>

const checkDeadlineMs = 2_500

/** A service is down when its check hangs or throws. The reason is left out, because the response is public. */
const stateBy = (check: () => Promise<ServiceState>): Promise<ServiceState> =>
  pTimeout(check(), { milliseconds: checkDeadlineMs }).catch(() => ({
    state: 'down',
    detail: 'does not answer',
  }))

/** The state of every service, and the outbox backlog. Contains no secrets or addresses. */
export async function readHealth(checks: Checks, backlog: () => Promise<Health['pending']>): Promise<Health> {
  const names = Object.keys(checks) as ServiceName[]
  const states = await Promise.all(names.map((name) => stateBy(checks[name])))
  const services = Object.fromEntries(names.map((name, index) => [name, states[index]])) as Health['services']
  const pending = await backlog().catch(() => ({ documents: 0, oldestSeconds: 0 }))
  return {
    status: states.some(({ state }) => state === 'down') ? 'degraded' : 'ok',
    services,
    pending,
  }
}
