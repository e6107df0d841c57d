import type { Paragraph, Root, RootContent } from 'mdast'
import { plainText } from '../../../rich-text/write-plain.ts'
import { isClosing, isDisclaimer, isFiller, isGreeting, withoutGreeting } from './courtesies.ts'
import { sentencesOf } from './sentences.ts'

const logLine =
  /^\s*(?:\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\[?\d\d:\d\d:\d\d\b|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d\b|File "|[{<].*[}>]$|[\w.]*(?:Error|Exception):|(?:ERROR|WARN|INFO|DEBUG|TRACE|FATAL)\b|at [\w$.<>]+\(|Caused by:|Traceback )/
const mailHeader =
  /^(?:from|sent|to|cc|subject|date|von|gesendet|an|betreff|datum|de|à|envoyé|objet|para|enviado|asunto|assunto|da|a|inviato|oggetto|van|verzonden|aan|onderwerp|od|do|wysłano|temat|差出人|宛先|件名|发件人|收件人|主题)\s*[:：]\s*\S/iu
/** “|---|”, “-----” */
const onlySigns = /^[^\p{L}\p{N}]*$/u
/** https://www.rfc-editor.org/rfc/rfc3676#section-4.3 */
const signature = /^--\s*$/
/** In words. Less after “Thanks” is a name or an address. */
const shortestAfterClosing = 6

/** “Serial: 123” in a form. */
const field = /^[\p{L} -]{2,24}[:：]\s*\S.{0,60}(?<![.!?。])$/u
const problemField =
  /^(?:problem|issue|description|error|symptom|what|fehler|beschreibung|probl[eè]m[ea]?|descripci[oó]n|descriç[aã]o|descrizione|beschrijving|probleem|opis|問題|内容|问题|描述)/iu

/**
 * The sentences in which a person says what is the matter, from paragraphs first, then from the fields of a form, then
 * lists. Greetings, signatures, logs, tables, quotes and the labels of a template are left out.
 */
export function statementsOf(tree: Root): string[] {
  const paragraphs = withoutEnd(
    tree.children.flatMap((block) => (block.type === 'paragraph' ? [linesOf(block)] : [])),
  )
  const sentences = paragraphs.flatMap((lines) =>
    sentencesOf(lines.filter((line) => !field.test(line)).join(' ')),
  )
  const fields = paragraphs.flat().filter((line) => field.test(line))
  const lists = tree.children.flatMap((block) =>
    block.type === 'list' ? [block.children.map(oneLine).join('; ')] : [],
  )
  return [
    ...sentences,
    ...fields.toSorted((a, b) => Number(problemField.test(b)) - Number(problemField.test(a))),
    ...lists,
  ].filter((one) => one && !isGreeting(one) && !isClosing(one) && !isFiller(one))
}

function linesOf(paragraph: Paragraph): string[] {
  const words = paragraph.children.filter(({ type }) => type !== 'image')
  const [first, next, ...rest] = words
  const isLabel = first?.type === 'strong' && (!next || next.type === 'break')
  const children = isLabel ? rest : words
  const lines = plainText({ ...paragraph, children }).split('\n')
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
    const statements: string[] = []
    for (const line of lines) {
      if (signature.test(line) || isDisclaimer(line)) return [...kept, statements]
      if (isClosing(line)) hasClosed ||= hasBegun
      else if (!hasClosed || line.split(/\s+/).length >= shortestAfterClosing) {
        statements.push(line)
        hasBegun = true
      }
    }
    kept.push(statements)
  }
  return kept
}
