/** Plain text is stored as Markdown, in which its signs are escaped. */
const quoted = /^\s*(?:\\?>|&gt;)/
/** The line above a quoted mail, in the ten languages of the rules. */
const heading =
  /^\s*(?:-{2,}\s*(?:original message|ursprüngliche nachricht|message d'origine|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|wiadomość oryginalna)|on .{4,80} wrote:|am .{4,80} schrieb .{1,80}:|le .{4,80} a écrit\s?:|el .{4,80} escribió:|em .{4,80} escreveu:|il .{4,80} ha scritto:|op .{4,80} schreef .{1,80}:)/i

/** Code and logs say what machines say: “CRITICAL job failed”. */
const blocks =
  /^[^\S\n]*(```|~~~)[\s\S]*?(?:^[^\S\n]*\1|$(?![\s\S]))|\{(code|noformat)(?::[^}\n]*)?\}(?:(?!\{\2)[\s\S])*\{\2\}/gm
const machineLine =
  /^\s*(?:\||\[?\d{4}-\d{2}-\d{2}[T ]\d|\[?\d{2}:\d{2}:\d{2}\b|at [\w$.<>/]+\(|File ".+", line \d|(?:[\w.]+(?:Error|Exception))\b|\[?(?:ERROR|WARN(?:ING)?|FATAL|CRITICAL|INFO|DEBUG)\]?[:\s])/
/**
 * What the person says, without code, logs and the lines of others that they quote. A text of nothing else stays as it
 * is.
 */
export function ownWords(text: string): string {
  const lines = text.replace(blocks, '\n').split('\n')
  const own = lines
    .filter((line) => !quoted.test(line) && !heading.test(line) && !machineLine.test(line))
    .join('\n')
  return /[\p{L}\p{N}]/u.test(own) ? own : text
}

const names =
  /(?<!\w)\w+:\/\/\S+|(?<=^|\s)(?:[A-Za-z]:|\.{0,2})[\\/][\w.\\/-]+|(?<![\p{L}\p{N}_])[\p{L}\p{N}]+_[\p{L}\p{N}_]+|(?<![\p{L}\p{N}-])\p{Lu}[\p{L}\p{N}]*(?:-[\p{L}\p{N}]+){2,}|(?<=\|)[^|\n]{1,80}(?=\|)/gmu

/** Leaves out addresses, names of files and in code, and cells of tables: “/var/log/emergency.log”, “is_urgent”. */
export const withoutNames = (text: string): string => text.replace(names, ' ')

const quotation =
  /"[^"\n]{1,200}"|“[^“”\n]{1,200}”|„[^„“”\n]{1,200}[“”]|«[^«»\n]{1,200}»|「[^「」\n]{1,200}」|『[^『』\n]{1,200}』/gu

/** What the person says themselves: not the label of a button, nor the answer of somebody else. */
export const withoutQuotes = (text: string): string => text.replace(quotation, ' … ')
