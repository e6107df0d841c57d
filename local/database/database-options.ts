import type { Report } from '../progress.ts'

/** How to start a database. */
export type DatabaseOptions = {
  /** The folder for its data, which no other kind of database uses. */
  folder: string
  logs: string
  /** A folder that only this user can enter, for the socket that the database listens on. */
  sockets: string
  report: Report
}
