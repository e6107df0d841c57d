import { type ApiFailure, apiFailure, rateLimitFailure } from './failures.ts'

/** Which calls a fault applies to: `path` is tested without `/api/v10` and query. */
export type FaultTarget = { method?: string; path: RegExp; times?: number }

export type FailNext = FaultTarget & {
  /** Default 429. */
  status?: number
  /** Discord's own code and message, e.g. 50001 with 403. */
  code?: number
  message?: string
  /** Seconds, for 429; default 1. Further calls before that time are refused too, as on the platform. */
  retryAfter?: number
  global?: boolean
}

/** Counts how often a fault was triggered, and removes it. */
export type FaultHandle = { hits: () => number; remove: () => void }

type Fault = FaultTarget & {
  kind: 'fail' | 'delay' | 'lose'
  left: number
  hits: number
  ms: number
  failNext?: FailNext
  blockedUntil: number
}

/** What to do with one call. */
export type CallFault = { failure?: ApiFailure; delayMs: number; loseAnswer: boolean }

/** Faults injected by a scenario. Each is triggered `times` times (default 1), the oldest first. */
export function createFaults() {
  const faults: Fault[] = []

  function add(which: FaultTarget, rest: Pick<Fault, 'kind' | 'ms'> & { failNext?: FailNext }): FaultHandle {
    const fault: Fault = { ...which, ...rest, left: which.times ?? 1, hits: 0, blockedUntil: 0 }
    faults.push(fault)
    const remove = () => {
      faults.splice(faults.indexOf(fault), 1)
    }
    return { hits: () => fault.hits, remove }
  }

  function take(method: string, path: string): CallFault {
    const fate: CallFault = { delayMs: 0, loseAnswer: false }
    for (const fault of faults) {
      if ((fault.method ?? method) !== method || !fault.path.test(path)) continue
      const isBlocked = Date.now() < fault.blockedUntil
      if (fault.left <= 0 && !isBlocked) continue
      if (fault.kind === 'fail' && fate.failure) continue
      fault.hits += 1
      if (!isBlocked) fault.left -= 1
      if (fault.kind === 'delay') fate.delayMs += fault.ms
      if (fault.kind === 'lose') fate.loseAnswer = true
      if (fault.failNext) fate.failure = failureOf(fault, fault.failNext)
    }
    return fate
  }

  return {
    take,
    failNext: (order: FailNext) => add(order, { kind: 'fail', ms: 0, failNext: order }),
    delayNext: (order: FaultTarget & { ms: number }) => add(order, { kind: 'delay', ms: order.ms }),
    loseAnswer: (order: FaultTarget) => add(order, { kind: 'lose', ms: 0 }),
  }
}

function failureOf(
  fault: Fault,
  { status = 429, code = 0, message, retryAfter = 1, global = false }: FailNext,
): ApiFailure {
  const usual = `${status}: ${status === 502 ? 'Bad Gateway' : 'Error'}`
  if (status !== 429) return apiFailure(status, code, message ?? usual)
  if (Date.now() >= fault.blockedUntil) fault.blockedUntil = Date.now() + retryAfter * 1000
  const left = (fault.blockedUntil - Date.now()) / 1000
  return rateLimitFailure({ retryAfter: left, global, scope: global ? 'global' : 'user' })
}
