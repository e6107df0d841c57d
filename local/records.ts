import { chmodSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Named JSON values of one kind. A value is on disk when `save` returns. */
export type Records<Value> = {
  save(id: string, value: Value): void
  remove(id: string): void
  /** in order of their ids as text */
  all(): Value[]
}

export type RecordsFile = {
  /** @param kind e.g. "slack-message" */
  of<Value>(kind: string): Records<Value>
  /** Runs all writes of `work` as one. */
  together(work: () => void): void
  close(): void
}

/**
 * Records in one SQLite file. Every write is in the operating system's hands when it returns, so it survives a killed
 * process, though not a power cut in the same second (https://sqlite.org/pragma.html#pragma_synchronous). Its folder is
 * closed to other users: the records hold tokens.
 */
export function openRecords(file: string): RecordsFile {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  chmodSync(path.dirname(file), 0o700)
  const database = new DatabaseSync(file)
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS records (
      kind TEXT NOT NULL, id TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (kind, id)
    ) STRICT, WITHOUT ROWID`)
  const save = database.prepare('INSERT OR REPLACE INTO records (kind, id, value) VALUES (?, ?, ?)')
  const remove = database.prepare('DELETE FROM records WHERE kind = ? AND id = ?')
  const all = database.prepare('SELECT value FROM records WHERE kind = ? ORDER BY id')
  return {
    of: (kind) => ({
      save: (id, value) => void save.run(kind, id, JSON.stringify(value)),
      remove: (id) => void remove.run(kind, id),
      all: () => all.all(kind).map(({ value }) => JSON.parse(String(value))),
    }),
    together: (work) => {
      database.exec('BEGIN')
      try {
        work()
      } finally {
        database.exec('COMMIT')
      }
    },
    close: () => database.close(),
  }
}

/** Keeps nothing: what a test's platform knows ends with it. */
export const noRecords: RecordsFile = {
  of: () => ({ save: () => {}, remove: () => {}, all: () => [] }),
  together: (work) => work(),
  close: () => {},
}
