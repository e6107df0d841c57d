import type { Nodes, Root } from 'mdast'
import remarkBreaks from 'remark-breaks'
import remarkGfm from 'remark-gfm'
import type { Data, Processor } from 'unified'
import { disabledConstructs } from '../../../../core/rich-text/disabled-constructs.ts'

/**
 * Leaves out what the desk's Markdown lacks, keeps spaces as they were typed, and lets each block run in the direction of
 * its script.
 */
function remarkDesk(this: Processor) {
  const data: Data & { micromarkExtensions?: object[] } = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: disabledConstructs } }]
  return (root: Root) => {
    for (const block of root.children)
      if (block.type !== 'code') block.data = { ...block.data, hProperties: { dir: 'auto' } }
    keepSpaces(root)
  }
}

const hard = (spaces: string) => '\u00a0'.repeat(spaces.length)

/** HTML joins spaces, and drops those at the start of a line. */
function keepSpaces(parent: Nodes) {
  if (!('children' in parent)) return
  for (const [index, node] of parent.children.entries()) {
    const before = parent.children[index - 1]
    if (node.type !== 'text') keepSpaces(node)
    else
      node.value = (before && before.type !== 'break' ? node.value : node.value.replace(/^ +/, hard)).replace(
        / {2,}/g,
        hard,
      )
  }
}

/** The desk's Markdown for react-markdown. A single line break is one. */
export const deskMarkdown = [remarkGfm, remarkBreaks, remarkDesk]
