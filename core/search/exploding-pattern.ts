/** An escaped character, a class, what repeats or branches, or any other character. A + or * between two operands is arithmetic. */
const token = /\\.|\[(?:\\.|[^\]\\])*\]|(?<varies>[+*?](?![\w(])|(?<![\w)])[+*]|\{\d+(?:,\d*)?\}|\|)|./gsu
/** Right after a group even one that could be arithmetic repeats it. */
const repeated = /^(?:[+*]|\{\d)/

/**
 * Whether a text is a regular expression that repeats what repeats or branches, as `(a+)+$`, `(.*a){25}` and `(a|aa)*b`
 * do: the ones that take a backtracking engine for ever. Sums such as `(x+1)*2` are none.
 */
export function isExplodingPattern(text: string): boolean {
  /** Of each group around: whether something in it repeats or branches. */
  const varying: boolean[] = []
  for (const { 0: sign, index, groups } of text.matchAll(token)) {
    if (groups?.varies) varying.fill(true)
    if (sign === '(') varying.push(false)
    if (sign === ')' && varying.pop() && repeated.test(text.slice(index + 1))) return true
  }
  return false
}
