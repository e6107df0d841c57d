/**
 * The quote marks or list marker that start a line. Continuation lines repeat quote marks and are indented under a list
 * marker.
 */
const opening = /^(\s*(?:> ?)*(?:[-*+] |\d{1,3}[.)] )?)(.*)$/s

/** Breaks long lines between words. A longer word, such as a link, stays whole. Fenced code stays as it is. */
export function wrapText(text: string, width: number): string {
  let isCode = false
  return text
    .split('\n')
    .map((line) => {
      const isFence = /^\s*(?:```|~~~)/.test(line)
      if (isFence) isCode = !isCode
      return isFence || isCode ? line : wrapLine(line, width)
    })
    .join('\n')
}

function wrapLine(line: string, width: number): string {
  if (line.length <= width) return line
  const [, first = '', rest = ''] = opening.exec(line) ?? []
  const indent = first.includes('>') ? first : ' '.repeat(first.length)
  const lines: string[] = []
  let current = first
  let isEmpty = true
  for (const word of rest.split(' ')) {
    if (!isEmpty && [...current].length + 1 + [...word].length > width) {
      lines.push(current)
      current = indent
      isEmpty = true
    }
    current += isEmpty ? word : ` ${word}`
    isEmpty = false
  }
  return [...lines, current].join('\n')
}
