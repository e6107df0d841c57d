import type { Paragraph, Root, RootContent } from 'mdast'
import { plainText } from '../../../rich-text/write-plain.ts'
import { isClosing, isDisclaimer, isFiller, isGreeting, withoutGreeting } from './courtesies.ts'
import { sentencesOf } from './sentences.ts'

const logLine =
  /^\s*(?:\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\[?\d\d:\d\d:\d\d\b|(?:ERROR|WARN|INFO|DEBUG|TRACE|FATAL)\b|at [\w$.<>]+\(|Caused by:|Traceback )/
const mailHeader =
  /^(?:from|sent|to|cc|subject|date|von|gesendet|an|betreff|datum|de|à|envoyé|objet|para|enviado|asunto|assunto|da|a|inviato|oggetto|van|verzonden|aan|onderwerp|od|do|wysłano|temat|差出人|宛先|件名|发件人|收件人|主题)\s*[:：]\s*\S/iu
/** “|---|”, “-----” */
const onlySigns = /^[^\p{L}\p{N}]*$/u
/** https://www.rfc-editor.org/rfc/rfc3676#section-4.3 */
const signature = /^--\s*$/
/** In words. Less after “Thanks” is a name or an address. */
const shortestAfterClosing = 6

/**
 * The sentences in which a person says what is the matter, from paragraphs first, then from lists. Greetings, signatures,
 * logs, tables, quotes and the labels of a template are left out.
 */
export function statementsOf(tree: Root): string[] {
  const lines = tree.children.flatMap((block) => (block.type === 'paragraph' ? [linesOf(block)] : []))
  const items = tree.children.flatMap((block) => (block.type === 'list' ? block.children.map(oneLine) : []))
  const sentences = withoutEnd(lines).flatMap((paragraph) => sentencesOf(paragraph.join(' ')))
  return [...sentences, ...items].filter(
    (one) => one && !isGreeting(one) && !isClosing(one) && !isFiller(one),
  )
}

function linesOf(paragraph: Paragraph): string[] {
  const [first, next, ...rest] = paragraph.children
  const isLabel = first?.type === 'strong' && (!next || next.type === 'break')
  const lines = plainText(isLabel ? { ...paragraph, children: rest } : paragraph).split('\n')
  const isForwarded = lines.filter((line) => mailHeader.test(line)).length > 1
  return lines
    .map((line) => withoutGreeting(line.trim()))
    .filter((line) => isSaid(line) && !(isForwarded && mailHeader.test(line)))
}

const isSaid = (line: string) =>
  signature.test(line) || !(onlySigns.test(line) || logLine.test(line) || isGreeting(line))

const oneLine = (block: RootContent) => plainText(block).replace(/\s+/g, ' ').trim()

/** Without what follows the end of a mail: a signature, or a note that it is confidential. */
function withoutEnd(paragraphs: string[][]): string[][] {
  let [hasBegun, hasClosed] = [false, false]
  const kept: string[][] = []
  for (const lines of paragraphs) {
    const told: string[] = []
    for (const line of lines) {
      if (signature.test(line) || isDisclaimer(line)) return [...kept, told]
      if (isClosing(line)) hasClosed ||= hasBegun
      else if (!hasClosed || line.split(/\s+/).length >= shortestAfterClosing) {
        told.push(line)
        hasBegun = true
      }
    }
    kept.push(told)
  }
  return kept
}
