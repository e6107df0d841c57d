import { useState } from 'react'
import { TimeAgo } from '../../../shared/time/time-ago.tsx'
import { Panel } from '../../../shared/ui/panel.tsx'
import { historyFor } from './history-for.ts'
import { type HistoryLine, historySentence } from './history-words.ts'

const shownFirst = 8

type HistoryBoxProps = { history: HistoryLine[]; earlier: number; staff: boolean }

/** What happened to the ticket, newest first. */
export function HistoryBox({ history: all, earlier, staff }: HistoryBoxProps) {
  const history = historyFor(all, staff)
  const [whole, setWhole] = useState(false)
  const newestFirst = history.map((line, index) => ({ line, index })).toReversed()
  const shown = whole ? newestFirst : newestFirst.slice(0, shownFirst)
  return (
    <Panel title="History">
      <ol className="relative space-y-3.5 text-sm before:absolute before:inset-y-1.5 before:left-1 before:w-px before:bg-base-300">
        {shown.map(({ line, index }) => (
          <li key={index} className="relative pl-5">
            <span
              aria-hidden="true"
              className={`absolute top-1.5 left-0 size-2.25 rounded-full border-2 border-base-100 ${dotOf(line)}`}
            />
            <p className="wrap-anywhere">{historySentence(line)}</p>
            <p className="text-muted text-xs">
              <TimeAgo at={line.at} />
            </p>
          </li>
        ))}
      </ol>
      {history.length > shown.length && (
        <button type="button" className="btn btn-ghost btn-sm mt-3" onClick={() => setWhole(true)}>
          Show all {history.length}
        </button>
      )}
      {whole && earlier > 0 && (
        <p className="text-muted mt-3 text-xs">
          {earlier === 1 ? '1 earlier entry is' : `${earlier} earlier entries are`} not shown.
        </p>
      )}
    </Panel>
  )
}

const dots: Partial<Record<HistoryLine['action'], string>> = {
  claimed: 'bg-primary',
  resolved: 'bg-success',
  reopened: 'bg-warning',
  deleted: 'bg-error',
}

const dotOf = ({ action }: HistoryLine) => dots[action] ?? 'bg-base-content/40'
