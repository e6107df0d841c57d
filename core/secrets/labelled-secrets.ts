import type { Secret, SecretKind } from './secret.ts'

/** The words that announce a secret, in the desk's ten languages. */
const labels: [SecretKind, string[]][] = [
  [
    'password',
    [
      ...['passwords?', 'passwd', 'passphrase', 'passcode', 'pwd', 'pass', 'pin(?:[- ]?code)?'],
      ...['passw(?:ort|örter)', 'kennwort', 'geheimzahl', 'mot de passe', 'mdp', 'code secret'],
      ...['contraseña', 'clave', 'senha', 'palavra-passe', 'wachtwoord', 'hasł[oa]'],
      ...['パスワード', '暗証番号', '密码', '密碼', '口令'],
    ],
  ],
  [
    'key',
    [
      ...['(?:api|access|secret|licen[cs]e|product|encryption|shared)[ _-]?(?:access[ _-]?)?keys?'],
      ...['(?:client|app|shared)[ _-]?secret', 'secret', '(?:(?:access|refresh|auth|bot|api)[ _-]?)?tokens?'],
      ...['api-schlüssel', 'lizenzschlüssel', 'clé api'],
    ],
  ],
]

/** Between the word and the secret: what it is for, then a sign ("password for the scanner: ...") or a verb. */
const purpose = String.raw`(?:\s+(?:for|of|to|on|für|zum|zur|von|pour|de|del|da|do|per|voor|van)\s[^\n:=：＝]{1,30}?)?`
const sign = String.raw`["']?\s*[:=：＝]\s*`
const verb = String.raw`\s+(?:is(?: now)?|was|ist|lautet|war|est|es|era|è|é|to|jest)\s+|\s*[は是为為]\s*|\s+`

const announcements = labels.map(([kind, words]) => ({
  kind,
  pattern: new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${words.join('|')})(?:${purpose}(?<sign>${sign})|${verb})`,
    'giu',
  ),
}))

/** In quotation marks, or up to the next space. */
const value =
  /"([^"\n]{3,200})"|'([^'\n]{3,200})'|„([^“”\n]{3,200})[“”]|`([^`\n]{3,200})`|([^\s"'„“`、。，；]{3,500})/uy

/** The passwords, keys and tokens that a word before them announces. */
export const labelledSecrets = (text: string): Secret[] =>
  announcements.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const found = valueAt(text, match.index + match[0].length)
      if (!found) return []
      const isSaid = match.groups?.sign ? looksChosen(found) : looksRandom(found.text)
      return isSaid ? [{ kind, start: found.start, end: found.start + found.text.length }] : []
    }),
  )

type Value = { text: string; start: number; isQuoted: boolean; isLast: boolean }

function valueAt(text: string, at: number): Value | null {
  value.lastIndex = at
  const match = value.exec(text)
  const [whole = '', ...quoted] = match ?? []
  const bare = quoted.pop()
  const said = quoted.find((one) => one !== undefined)
  if (said !== undefined)
    return { text: said, start: at + whole.indexOf(said), isQuoted: true, isLast: false }
  if (bare === undefined) return null
  const trimmed = bare.replace(/[.,;:)\]}]+$/u, '')
  const isLast = /^[.,;:)\]}!?\s]*(?:\n|$)/u.test(text.slice(at + trimmed.length))
  return { text: trimmed, start: at, isQuoted: false, isLast }
}

/** After "password:" stands a password, unless a sentence about it begins there. */
const looksChosen = ({ text, isQuoted, isLast }: Value) =>
  isQuoted || looksRandom(text) || (isLast && text.length > 3 && !/^\[/.test(text) && !states.test(text))

const states =
  /^(?:forgotten|expired|reset|wrong|unknown|none|empty|incorrect|invalid|required|missing|changed|locked|vergessen|abgelaufen|falsch|unbekannt|gesperrt|oublié|expiré|incorrect|olvidada|caducada|incorrecta|esquecida|expirada|scaduta|dimenticata|errata|vergeten|verlopen|onjuist|wygasło|zapomniane)$/iu

/** A word of a sentence has letters only. A version or a host's name is none. */
const looksRandom = (text: string) =>
  text.length >= 4 &&
  !/^(?:v?\d+(?:\.\d+)+|#\d+|\d{1,2}[:.]\d{2}|https?:.*|[\p{L}\d-]+(?:\.[\p{L}\d-]+)+)$/iu.test(text) &&
  (/\d/.test(text) || /\p{L}[^\p{L}\s'’-]+\p{L}/u.test(text) || /\p{Ll}\p{Lu}/u.test(text))
