import { z } from 'zod'

const serviceNames = ['database', 'inngest', 'mail', 'slack', 'discord', 'gemini'] as const

const serviceStateSchema = z.object({
  state: z.enum(['up', 'down', 'not configured']),
  detail: z.string(),
})

export const healthSchema = z.object({
  status: z.enum(['ok', 'degraded']),
  services: z.record(z.enum(serviceNames), serviceStateSchema),
  owed: z.object({ documents: z.number().int(), oldestSeconds: z.number().int() }),
})

export type ServiceState = z.infer<typeof serviceStateSchema>
export type ServiceName = (typeof serviceNames)[number]
export type Checks = Record<ServiceName, () => Promise<ServiceState>>
export type Health = z.infer<typeof healthSchema>

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
