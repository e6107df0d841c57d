import type { TableBlock } from '@slack/types'
import { keyed } from '../../shared/keyed.ts'
import { RichText } from '../text/rich-text.tsx'

type Cell = TableBlock['rows'][number][number]

/** https://docs.slack.dev/reference/block-kit/blocks/table-block. The first row is the heading. */
export function Table({ block }: { block: TableBlock }) {
  const [head = [], ...rows] = block.rows
  const align = (index: number) => `s-align-${block.column_settings?.[index]?.align ?? 'left'}`
  return (
    <div className="s-table">
      <table>
        <thead>
          <tr>
            {keyed(head).map(({ key, item }) => (
              <th key={key} className={align(Number(key))} scope="col">
                <Content cell={item} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keyed(rows).map(({ key: row, item: cells }) => (
            <tr key={row}>
              {keyed(cells).map(({ key, item }) => (
                <td key={key} className={align(Number(key))}>
                  <Content cell={item} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Content({ cell }: { cell: Cell }) {
  if (cell.type === 'rich_text') return <RichText block={cell} />
  return 'text' in cell ? cell.text : null
}
