import { Counter, type Registry } from 'prom-client'

/** Counts attempts to send something. @returns a function to call after each of them */
export function deliveryCounter(registers: Registry[]) {
  const deliveries = new Counter({
    name: 'desk_deliveries_total',
    help: 'Tries to send something. `failed` is tried again, `refused` is not.',
    labelNames: ['channel', 'result'] as const,
    registers,
  })
  return (channel: string, result: 'sent' | 'refused' | 'failed') => deliveries.inc({ channel, result })
}
