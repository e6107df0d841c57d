const quoted = /^\s*(?:>|&gt;|\|\s)/
/** The line above a quoted mail, in the ten languages of the rules. */
const heading =
  /^\s*(?:-{2,}\s*(?:original message|ursprüngliche nachricht|message d'origine|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|wiadomość oryginalna)|on .{4,80} wrote:|am .{4,80} schrieb .{1,80}:|le .{4,80} a écrit\s?:|el .{4,80} escribió:|em .{4,80} escreveu:|il .{4,80} ha scritto:|op .{4,80} schreef .{1,80}:)/i

/** What the person says, without the lines of others that they quote. A text of nothing but quotes stays as it is. */
export function ownWords(text: string): string {
  const lines = text.split('\n')
  const own = lines.filter((line) => !quoted.test(line) && !heading.test(line))
  return own.some((line) => /[\p{L}\p{N}]/u.test(line)) ? own.join('\n') : text
}
