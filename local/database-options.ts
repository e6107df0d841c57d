import type { Report } from './progress.ts'

/** What a kind of database is started with. */
export type DatabaseOptions = {
  /** Its data, this kind's only. */
  folder: string
  logs: string
  port: number
  report: Report
}
