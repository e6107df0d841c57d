/** @property isLast nothing follows on its line */
type Candidate = { text: string; isQuoted: boolean; isLast: boolean }

/** After "password:" stands a password, unless a sentence about it begins there, or a place where it is kept. */
export const looksChosen = ({ text, isQuoted, isLast }: Candidate) =>
  !isPlaceholder(text) &&
  (isQuoted || looksRandom(text) || (isLast && text.length > 3 && /[!-~]/.test(text) && !isState(text)))

/** Whether it begins like a statement about a password: "expired since Monday". */
export const startsSentence = (text: string) => isState(text.split(/\s/, 1)[0] ?? '')

const isState = (word: string) => states.test(word.replace(/[!?.…]+$/u, ''))

const states = new RegExp(
  `^(?:${[
    'forgotten|expired|reset|wrong|unknown|none|empty|blank|incorrect|invalid|required|missing|changed|locked|not|too|yes|please|same|default|unchanged|rejected',
    'vergessen|abgelaufen|falsch|unbekannt|gesperrt|fehlt|leer|ungültig|nicht|zu|bitte|zurücksetzen|geändert|keins?',
    'oublié[es]?|expiré[es]?|incorrecte?|perdue?|inconnue?|refusée?|invalide|vide',
    'olvidad[ao]|olvidé|caducad[ao]|incorrect[ao]|perdid[ao]|desconocid[ao]|inválid[ao]|bloquead[ao]|vacía',
    'esquecid[ao]|esqueci|expirad[ao]|incorret[ao]|desconhecid[ao]|vazia',
    'scadut[ao]|dimenticat[ao]|errat[ao]|persa|sconosciut[ao]|vuota|bloccat[ao]',
    'vergeten|verlopen|onjuist|onbekend|verkeerd|leeg|geblokkeerd',
    'wygasło|zapomniane|nieznane|błędne|puste|nieprawidłowe',
  ].join('|')})$`,
  'iu',
)

/** Where a password is read from, or a mask: "${DB_PASSWORD}", "os.environ[...]", "********". */
const isPlaceholder = (text: string) =>
  /^(?:[*•●]+|[xX]{3,}|\.{3,}|_+|<.*|\{\{.*|!vault|\$\{.*|\$\(.*|%\w+%|null|none|nil|undefined|true|false)$/u.test(
    text,
  ) ||
  /^\$[A-Z_][A-Z0-9_]*$/.test(text) ||
  /^(?:os\.|process\.env|system\.|env[[(.]|getenv|vault[:.]|secrets?\.|config[[(.]|request\.|self\.)/i.test(
    text,
  )

/** Versions, numbers of tickets, times, dates, addresses. */
const ordinary =
  /^(?:v?\d+(?:\.\d+)+|#\d+|\d{1,2}[:.]\d{2}|\d{4}-\d{2}-\d{2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|https?:.*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[\p{L}\d-]+(?:\.[\p{L}\d-]+)+|\d+[年月日文字桁位回].*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}].*|\p{L}+(?:\/\p{L}+)+\?*)$/iu

/** A word of a sentence has letters only. A version or a host's name is none. */
export const looksRandom = (text: string) =>
  text.length >= 4 &&
  !ordinary.test(text) &&
  !isPlaceholder(text) &&
  (/\d/.test(text) || /\p{L}[^\p{L}\s'’-]+\p{L}/u.test(text) || /\p{Ll}\p{Lu}/u.test(text))

/** The name of an error, a device, a flight or a product, as it may stand after "password" in a sentence. */
export const looksNamed = (text: string) =>
  /^[A-Z]{2,}-?\d+$/.test(text) ||
  /^(?:0x[\da-f]+|(?:windows|win|office|outlook|exchange|excel|oauth|iphone|ipad|macos|android|ios)-?\d+)$/i.test(
    text,
  )
