/** Rows of a sparse matrix, one after another: row i has its features and values from `starts[i]` up to `starts[i + 1]`. */
export type SparseRows = { starts: Uint32Array; features: Uint32Array; values: Float32Array }

export const rowCount = ({ starts }: SparseRows) => starts.length - 1

/** Rows that grow, for texts of unknown length. */
export function rowWriter(capacity: number) {
  let features = new Uint32Array(Math.max(capacity, 1))
  let values = new Float32Array(Math.max(capacity, 1))
  const starts = [0]
  let at = 0

  function add(feature: number, value: number) {
    if (at === features.length) {
      features = grown(features, new Uint32Array(at * 2))
      values = grown(values, new Float32Array(at * 2))
    }
    features[at] = feature
    values[at++] = value
  }

  return {
    add,
    endRow: () => void starts.push(at),
    rows: (): SparseRows => ({
      starts: Uint32Array.from(starts),
      features: features.subarray(0, at),
      values: values.subarray(0, at),
    }),
  }
}

function grown<T extends Uint32Array | Float32Array>(from: T, to: T): T {
  to.set(from)
  return to
}
