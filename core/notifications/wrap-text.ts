/** What a line begins with and its continuation is indented by: quotes, list items. */
const opening = /^(\s*(?:> ?)*(?:[-*+] |\d{1,3}[.)] )?)(.*)$/s

/**
 * Breaks lines that are too long for a terminal, between words. A word that is longer, such as a link, stays whole;
 * code between fences stays as it is.
 */
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
