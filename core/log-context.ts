import { AsyncLocalStorage } from 'node:async_hooks'

/** What a log line is about. It is set once at the edge and added to every line logged from there on. */
export type LogContext = { request?: string; ticket?: string; document?: string; queue?: string }

const contexts = new AsyncLocalStorage<LogContext>()

/** Runs work and adds these fields to its log lines, in addition to those of the surrounding context. */
export const withLogContext = <T>(fields: LogContext, work: () => T): T =>
  contexts.run({ ...contexts.getStore(), ...fields }, work)

/** Starts work that outlives the request that triggered it, such as a shared timer, without its log fields. */
export const withoutLogContext = <T>(work: () => T): T => contexts.exit(work)

export const logContext = (): LogContext => contexts.getStore() ?? {}
