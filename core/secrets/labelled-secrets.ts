import type { Secret, SecretKind } from './secret.ts'
import { secretLabels, unspacedSecretLabels } from './secret-labels.ts'
import { looksChosen, looksNamed, looksRandom, startsSentence } from './secret-looks.ts'
import { otherValues, type Value, valueAt } from './secret-value.ts'

/** What the secret is for ("password for the scanner: ..."), or which it is ("password (temporary): ..."). */
const purpose = [
  String.raw`\s+(?:for|of|to|on|für|fürs|zum|zur|von|vom|pour|du|des?|del?|d[ao]s?|para|per|dell[ao]|voor|van|do|dla)\s[^\n:=：＝]{1,40}?`,
  String.raw`\s*[(（][^()（）\n]{1,30}[)）]`,
  String.raw`\s+(?:now|jetzt|act[uü]el\p{L}*|a[ct]+ual\p{L}*|nov[ao]|nuev[ao]|nuov[ao]|nouveau|tempor\p{L}*|provv?is\p{L}*|ini[ctz]+i\p{L}*|wi-?fi|wlan|vpn|windows|outlook|e-?mail|admin|root|ssh|ftp)`,
].join('|')
const verb = [
  '(?:is|was|has been|got) (?:now )?(?:changed|set|reset|updated) to',
  '(?:wurde|ist) auf',
  '(?:is|are|was|ist|sind|lautet|lauten|war|est|sont|es|son|era|sono|è|é|são|zijn|to|jest|są)(?: (?:now|still|jetzt|noch|toujours|todavía|ainda|ancora|nog|nadal))?',
].join('|')
/** Also after a verb ("is: ..."), formatting ("**Password:** ..."), or as an attribute of XML. */
const sign = [
  String.raw`["'*_${'`'}\])]*(?:\s+(?:${verb}))?\s*[:=：＝](?!>)[*_]*\s*`,
  String.raw`["']\s*,?\s*["']?value["']?\s*[:=]\s*`,
  String.raw`>(?!\s)`,
].join('|')
const saying = String.raw`\s+(?:${verb})\s+|\s*(?:[は是为為を]|改成|改[为為]|[设設][为為]|[设設][置定][为為])\s*|["']?\s*(?:->|=>|→)\s*|\s+[-–—]\s+`

const patternOf = (before: string, words: string[]) =>
  new RegExp(
    String.raw`${before}(?:${words.join('|')})(?:(?:${purpose})?(?:(?<sign>${sign})|(?<verb>${saying}))|\s+\(?|(?=[「『]))`,
    'giu',
  )

/** A compound ends with the word ("Benutzerpasswort", "dbPassword"), others begin with it. */
const announcements: { kind: SecretKind; pattern: RegExp }[] = [
  ...secretLabels.map(([kind, words]) => ({
    kind,
    pattern: patternOf(
      String.raw`(?:(?<![\p{L}\p{N}])|(?=passw|passwd|kennw|wachtw|api_?key|accesskey|accountkey|secretkey))`,
      words,
    ),
  })),
  ...unspacedSecretLabels.map(([kind, words]) => ({ kind, pattern: patternOf('', words) })),
]

/** The passwords, keys and tokens that a word before them announces. */
export const labelledSecrets = (text: string): Secret[] =>
  announcements.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const found = valueAt(text, match.index + match[0].length)
      if (!found || !isSecret(found, match.groups) || (kind === 'key' && isCount(found.text))) return []
      return [found, ...otherValues(text, found)].map(({ start, text: value }) => ({
        kind,
        start,
        end: start + value.length,
      }))
    }),
  )

/** “tokens: 1200” */
const isCount = (text: string) => /^\d{1,7}$/.test(text)

function isSecret(found: Value, announced: RegExpExecArray['groups']) {
  if (announced?.sign) return looksChosen(found)
  if (announced?.verb) return looksRandom(found.text) || (found.isQuoted && !startsSentence(found.text))
  return looksRandom(found.text) && !looksNamed(found.text)
}
