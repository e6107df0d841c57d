type Row = { id: string }

/**
 * Brings rows up to date without moving any.
 * @param shown the rows as they stand on the page
 * @param latest the rows as the desk lists them now
 * @param more whether the list continues after the latest rows
 * @param wentOn whether it went on after the rows shown: what follows them then is their next page, and is not new
 * @returns `rows`, in their places, with the next page at the end; `gone`, ids of rows that the list no longer has;
 * `waiting`, how many new rows there are
 */
export function stableRows<Shown extends Row>(shown: Shown[], latest: Shown[], more: boolean, wentOn = true) {
  const now = new Map(latest.map((row) => [row.id, row]))
  const known = new Set(shown.map(({ id }) => id))
  const end =
    wentOn || shown.length === 0 ? latest.findLastIndex(({ id }) => known.has(id)) + 1 : latest.length
  const lastKept = shown.findLastIndex(({ id }) => now.has(id))
  // further down than the latest rows reach, nobody knows
  const judged = more ? shown.slice(0, lastKept) : shown
  return {
    rows: [...shown.map((row) => now.get(row.id) ?? row), ...latest.slice(end)],
    gone: new Set(judged.filter(({ id }) => !now.has(id)).map(({ id }) => id)),
    waiting: latest.slice(0, end).filter(({ id }) => !known.has(id)).length,
  }
}
