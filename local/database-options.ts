import type { Report } from './progress.ts'

/** How to start a database. */
export type DatabaseOptions = {
  /** The folder for its data, which no other kind of database uses. */
  folder: string
  logs: string
  port: number
  report: Report
}
