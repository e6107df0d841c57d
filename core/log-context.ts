import { AsyncLocalStorage } from 'node:async_hooks'

/** What a log line is about: set once at the edge, and on every line that is written on the way. */
export type LogContext = { request?: string; ticket?: string; document?: string; queue?: string }

const contexts = new AsyncLocalStorage<LogContext>()

/** Runs work whose log lines carry these fields, besides those that they carry already. */
export const withLogContext = <T>(fields: LogContext, work: () => T): T =>
  contexts.run({ ...contexts.getStore(), ...fields }, work)

/** Begins what goes on after the request that happened to begin it, e.g. a timer for everybody. */
export const outsideOfRequests = <T>(work: () => T): T => contexts.exit(work)

export const logContext = (): LogContext => contexts.getStore() ?? {}
