/** An escaped character, a class, what repeats or branches, or any other character. A + or * between two operands is arithmetic. */
const token = /\\.|\[(?:\\.|[^\]\\])*\]|(?<varies>[+*?](?![\w(])|(?<![\w)])[+*]|\{\d+(?:,\d*)?\}|\|)|./gsu
/** Right after a group even one that could be arithmetic repeats it. */
const repeated = /^(?:[+*]|\{\d)/

/**
 * Whether a text is a regular expression that repeats what repeats or branches, as `(a+)+$`, `(.*a){25}` and `(a|aa)*b`
 * do: the ones that take a backtracking engine for ever. Sums such as `(x+1)*2` are none.
 */
export function isExplodingPattern(text: string): boolean {
  const open: { varies: boolean }[] = []
  for (const { 0: sign, index, groups } of text.matchAll(token)) {
    if (groups?.varies) for (const group of open) group.varies = true
    if (sign === '(') open.push({ varies: false })
    if (sign === ')' && open.pop()?.varies && repeated.test(text.slice(index + 1))) return true
  }
  return false
}
