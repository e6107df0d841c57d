/** One line of the result. `met` is null for what is measured for comparison only. */
export type Row = { what: string; target: string; measured: string; met: boolean | null }

const verdict = (met: boolean | null) => (met === null ? '-' : met ? 'yes' : 'no')

/** The rows as a Markdown table. */
export const tableOf = (rows: Row[]): string =>
  [
    '| what | target | measured | met |',
    '|---|---|---|---|',
    ...rows.map(
      ({ what, target, measured, met }) => `| ${what} | ${target} | ${measured} | ${verdict(met)} |`,
    ),
  ].join('\n')
