import type { AnyBlock } from '@slack/types'
import type { Workspace } from './create-workspace.ts'
import { isFields } from './schemas/schema.ts'
import { showMrkdwn, showRichText } from './show-text.ts'

type Node = {
  type?: string
  text?: string | Node
  title?: string | Node
  alt_text?: string
  placeholder?: Node
  label?: Node
  hint?: Node
  optional?: boolean
  fields?: Node[]
  elements?: Node[]
  accessory?: Node
  element?: Node
  child_blocks?: Node[]
  rows?: Node[][]
  options?: Node[]
  initial_option?: Node
  initial_value?: unknown
}

function showText(workspace: Workspace, text: string | Node | undefined): string {
  if (text === undefined) return ''
  if (typeof text === 'string') return text
  const words = typeof text.text === 'string' ? text.text : ''
  return text.type === 'mrkdwn' ? showMrkdwn(workspace, words) : words
}

/** An element as one sees it: [Label] for a button, [Placeholder v] for a menu. */
function showElement(workspace: Workspace, element: Node): string {
  const show = (text: string | Node | undefined) => showText(workspace, text)
  switch (element.type) {
    case 'plain_text':
    case 'mrkdwn':
      return show(element)
    case 'button':
    case 'workflow_button':
    case 'icon_button':
      return `[${show(element.text)}]`
    case 'image':
      return `(picture: ${element.alt_text})`
    case 'checkboxes':
      return (element.options ?? []).map((option) => `( ) ${show(option.text)}`).join('  ')
    case 'radio_buttons':
      return (element.options ?? []).map((option) => `( ) ${show(option.text)}`).join('  ')
    default: {
      const at = element.initial_option ? show(element.initial_option.text) : element.initial_value
      const shown = typeof at === 'string' ? at : show(element.placeholder)
      return `[${shown || element.type} v]`
    }
  }
}

function showBlock(workspace: Workspace, block: Node): string {
  const show = (text: string | Node | undefined) => showText(workspace, text)
  const row = (elements: Node[] = []) => elements.map((element) => showElement(workspace, element))
  switch (block.type) {
    case 'header':
      return `# ${show(block.text)}`
    case 'section':
      return [
        show(block.text),
        ...(block.fields ?? []).map((field) => `  ${show(field).replaceAll('\n', ' ')}`),
        block.accessory ? showElement(workspace, block.accessory) : '',
      ]
        .filter(Boolean)
        .join('\n')
    case 'context':
      return `~ ${row(block.elements).join(' | ')}`
    case 'actions':
    case 'context_actions':
      return row(block.elements).join(' ')
    case 'divider':
      return '---'
    case 'image':
      return `(picture: ${block.alt_text})`
    case 'rich_text':
      return showRichText(workspace, block as Parameters<typeof showRichText>[1])
    case 'input': {
      const mark = block.optional ? ' (optional)' : ''
      const element = block.element ? showElement(workspace, block.element) : ''
      return `${show(block.label)}${mark}: ${element}${block.hint ? `\n  ${show(block.hint)}` : ''}`
    }
    case 'container':
      return [
        show(block.title),
        ...(block.child_blocks ?? []).map((child) => showBlock(workspace, child)),
      ].join('\n')
    case 'table':
    case 'data_table':
      return (block.rows ?? [])
        .map((cells) => `| ${cells.map((cell) => showBlock(workspace, cell)).join(' | ')} |`)
        .join('\n')
    default:
      return [show(block.title), show(block.text)].filter(Boolean).join('\n')
  }
}

/** Blocks as a person reads them, a line or more for each. */
export function showBlocks(workspace: Workspace, blocks: AnyBlock[]): string {
  return blocks.map((block) => showBlock(workspace, block as Node)).join('\n')
}

/** Something to press or choose from, with the block that holds it. */
export type Control = {
  blockId: string
  element: { type: string; action_id: string; text?: { text: string }; [more: string]: unknown }
}

/** All controls in these blocks, wherever they are nested. */
export function controlsOf(value: unknown, blockId = ''): Control[] {
  if (Array.isArray(value)) return value.flatMap((inner) => controlsOf(inner, blockId))
  if (!isFields(value)) return []
  const inside = typeof value.block_id === 'string' ? value.block_id : blockId
  const own =
    typeof value.action_id === 'string' ? [{ blockId: inside, element: value as Control['element'] }] : []
  return [...own, ...Object.values(value).flatMap((inner) => controlsOf(inner, inside))]
}
