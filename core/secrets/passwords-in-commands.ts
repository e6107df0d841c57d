import type { Secret } from './secret.ts'
import { looksRandom } from './secret-looks.ts'

/** Where programs take a password on their command line. */
const commands = [
  /\bcurl\b[^\n]{0,300}?\s(?:-u|--user|-U|--proxy-user)[ =]?["']?(?!https?:)[^\s:"']{1,100}:(?<password>[^\s"']{1,200})/dg,
  /\b(?:mysql|mysqldump|mysqladmin|mariadb)\b[^\n]{0,200}?\s-p(?<password>[^\s-]\S{2,100})/dg,
  /\b(?:http|https|xh)\s+(?:-a|--auth)[ =]?["']?[^\s:"']{1,100}:(?<password>[^\s"']{1,200})/dg,
  /\b(?:docker|podman|helm|oc|az)\b[^\n]{0,200}?\slogin\b[^\n]{0,200}?\s-p[ =]?["']?(?<password>[^\s"'-][^\s"']{2,100})/dg,
  /\bsshpass\s+-p\s*["']?(?<password>[^\s"']{3,100})/dg,
  /\b(?:identified\s+by|with\s+password)\s+(?:password\s+)?["'](?<password>[^"'\n]{3,200})/dgi,
  /\bchpasswd\b[^\n]{0,20}?["'][\w.@-]{1,60}:(?<password>[^\s"']{3,100})/dg,
  /\becho\s+["']?(?<password>[^\s"'|]{3,100})["']?\s*\|\s*sudo\b/dg,
  /\bConvertTo-SecureString\s+(?:-String\s+)?["'](?<password>[^"'\n]{3,200})/dgi,
  /\bnet\s+use\b[^\n]{0,200}?\/user:\S{1,100}\s+(?<password>[^\s/]\S{3,100})/dgi,
]

/** A login and its password after words such as "Login:" or "credentials are". */
const credentials =
  /(?<![\p{L}\p{N}])(?:credentials?|creds|login(?: data| details)?|access data|zugang|zugangsdaten|anmeldedaten|logindaten|identifiants|credenciales|credenciais|credenziali|inloggegevens|dane logowania|ログイン情報|登录信息)(?:\s+(?:are|is|sind|lauten|sont|son|são|sono|zijn|to)\s*:?\s|\s*[:=：])\s*(?!https?:)(?!\d{1,2}:)[\w.@+\\-]{2,60}(?:\s+[/|]\s+|\s*[/|:]\s*)(?<password>[^\s/]\S{3,100})/dgiu

export const passwordsInCommands = (text: string): Secret[] => [
  ...commands.flatMap((command) => spansOf(text, command)),
  ...spansOf(text, credentials).filter(({ start, end }) => looksRandom(text.slice(start, end))),
]

const spansOf = (text: string, pattern: RegExp): Secret[] =>
  [...text.matchAll(pattern)].flatMap(({ indices }) => {
    const [start, end] = indices?.groups?.password ?? []
    return start === undefined || end === undefined ? [] : [{ kind: 'password' as const, start, end }]
  })
