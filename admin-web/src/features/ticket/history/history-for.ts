import type { HistoryLine } from './history-words.ts'

const onlyForStaff: ReadonlySet<HistoryLine['action']> = new Set(['triaged', 'left open', 'passed on'])

/** The lines that concern the reader. Why the desk chose an assignee concerns only staff. */
export const historyFor = (lines: HistoryLine[], staff: boolean): HistoryLine[] =>
  staff ? lines : lines.filter(({ action }) => !onlyForStaff.has(action)).map(withoutReason)

/** An assignment's note is "to <name>: <reason>". */
const withoutReason = (line: HistoryLine): HistoryLine =>
  line.action === 'assigned' && line.note ? { ...line, note: line.note.replace(/: .*$/s, '') } : line
