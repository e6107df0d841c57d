/** Where one thought ends: “not urgent, but nobody can work” are two. */
const ends =
  /[.!?;:,\n。！？；，、…()–—]+(?=\s|$|[^\p{L}\p{N}]|(?<=[。！？；，、])(?=.))|\s(?:and|but|und|aber|et|mais|y|pero|e|mas|ma|en|maar|i|ale)\s/gu

/** “Works again, but …”: what follows takes back what was said. */
const takesBack =
  /^[\s,.;，。、]*(?:(?:but|however|although|aber|jedoch|allerdings|nur|mais|cependant|sauf|pero|sin embargo|aunque|mas|porém|só que|ma|però|maar|echter|alleen|ale|jednak|lecz)\s|(?:it|that|this) (?:isn't|isn’t|is not|wasn't|still|does)|(?:das )?stimmt nicht|但|不过|可是|しかし|でも|ただ|けど)/iu

/** “If a laptop is stolen, …”: it has not happened. Spanish “se” begins statements, too. */
const supposes =
  /^[\s¿"“„«(]*(?:(?:what (?:happens )?if|if|in case|should (?:a|an|the|someone)|suppose|falls|wenn|sollte|angenommen|bei|im falle|si|au cas où|en cas d[e']|en caso de|por si|em caso de|caso|se (?:o|a|um|uma|alguém|il|lo|un|qualcuno|i|gli)|in caso di|als|indien|stel dat|jeśli|jeżeli|gdyby|w razie)\s|如果|万一|假如|もし)/iu

/** @property isTakenBack whether what follows begins with “but” @property isSupposed whether it is only a case to think of */
export type Clause = { text: string; isTakenBack: boolean; isSupposed: boolean }

/** The clauses of a text, in its order. */
export function clausesOf(text: string): Clause[] {
  const found: Clause[] = []
  let from = 0
  for (const { 0: end, index } of [...text.matchAll(ends), { 0: '', index: text.length }]) {
    const clause = text.slice(from, index)
    found.push({
      text: clause,
      isTakenBack: takesBack.test(text.slice(index, index + 30)),
      isSupposed: supposes.test(clause),
    })
    from = index + end.length
  }
  return found
}
