import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Checks, readHealth, type ServiceState } from '../../core/health.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const is =
  (state: ServiceState['state'], detail = '') =>
  async () => ({ state, detail })
const checks = (more: Partial<Checks> = {}): Checks => ({
  database: is('up'),
  inngest: is('up'),
  mail: is('up'),
  'mail-in': is('not configured'),
  slack: is('not configured', 'set SLACK_BOT_TOKEN'),
  discord: is('not configured'),
  gemini: is('up'),
  ...more,
})
const backlog = async () => ({ documents: 3, oldestSeconds: 12 })

describe('health', () => {
  test('is ok when everything that is configured is up', async () => {
    expect(await readHealth(checks(), backlog)).toMatchObject({
      status: 'ok',
      services: {
        database: { state: 'up' },
        slack: { state: 'not configured', detail: 'set SLACK_BOT_TOKEN' },
      },
      pending: { documents: 3, oldestSeconds: 12 },
    })
  })

  test('is degraded when one is down', async () => {
    expect(await readHealth(checks({ mail: is('down') }), backlog)).toMatchObject({ status: 'degraded' })
  })

  test('shows nothing of what a check throws', async () => {
    const broken = async () => {
      throw new Error('mongodb://root:hunter2@db')
    }
    const health = await readHealth(checks({ database: broken }), broken)
    expect(health).toMatchObject({
      status: 'degraded',
      services: { database: { state: 'down', detail: 'does not answer' } },
      pending: { documents: 0, oldestSeconds: 0 },
    })
    expect(JSON.stringify(health)).not.toContain('hunter2')
  })

  test('waits 2.5 s for a check that hangs, and no longer', async () => {
    const reading = readHealth(checks({ inngest: () => new Promise(() => undefined) }), backlog)
    await vi.advanceTimersByTimeAsync(2_500)
    expect((await reading).services.inngest).toEqual({ state: 'down', detail: 'does not answer' })
  })
})
