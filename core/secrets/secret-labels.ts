import type { SecretKind } from './secret.ts'

const codeWords = [
  '(?:2fa|mfa|t?otp|one[- ]time|verification|authenticator|security|backup|recovery|login|access|unlock|door|sms)[ -]?(?:code|pin)s?',
  '(?:otp|tan|puk|one[- ]time pass(?:word|code))',
  '(?:einmal|bestätigungs|sicherheits|verifizierungs|wiederherstellungs|ersatz|notfall|zugangs|tür|freischalt)-?codes?',
  "codes? (?:de vérification|de sécurité|de secours|d[’']accès|pin|wi-?fi|à usage unique)",
  'c[óo]digos? (?:de (?:verificación|seguridad|respaldo|recuperación|acceso|verificação|segurança|recuperação)|pin)',
  'codic[ei] (?:di (?:verifica|sicurezza|accesso|recupero|backup)|otp|pin)',
  '(?:verificatie|beveiligings|herstel|toegangs|pin)codes?',
  'kod(?:y)? (?:weryfikacyjn[ye]|pin|bezpieczeństwa|dostępu|jednorazow[ye]|zapasow[ye])',
]

/** The words that announce a secret, in the desk's ten languages, as parts of a pattern. */
export const secretLabels: [SecretKind, string[]][] = [
  [
    'password',
    [
      ...['passwords?', 'passwd', 'passphrase', 'passcode', 'psw', 'pwd', 'pw', '(?<!tests?\\s)pass'],
      ...['pin(?:[- ]?code)?', ...codeWords],
      ...['passw(?:ort|örter)', 'kennw(?:ort|örter)', 'geheimzahl', 'mots? de passe', 'mdp', 'code secret'],
      ...['contrase[ñn]as?', 'claves?', 'senhas?', 'palavras?[- ]passe', "parola d['’]ordine"],
      ...['wachtwoord(?:en)?', 'has[łl][oa]'],
    ],
  ],
  [
    'key',
    [
      '(?:api|access|account|secret|licen[cs]e|product|activation|encryption|signing|shared|private|master|recovery|bitlocker)[ _-]?(?:access[ _-]?)?keys?',
      'community[ -]string|psk|access[ _-]?key[ _-]?secret',
      '(?:wi-?fi|wlan|wpa[23]?|network)[ _-]?(?:security[ _-]?)?keys?',
      ...['(?:client|app|shared)[ _-]?secret', 'secret', '(?:(?:access|refresh|auth|bot|api)[ _-]?)?tokens?'],
      '(?:api|lizenz|produkt|wlan|wpa|netzwerk|zugangs|zugriffs|wiederherstellungs)-?schlüssel',
      'clés? (?:api|wi-?fi|wpa|réseau|secrète|de (?:licence|produit|récupération|sécurité))',
      'llaves? (?:api|secreta|de (?:licencia|producto|recuperación))',
      'chaves? (?:api|secreta|de (?:acesso|licença|produto|recuperação))',
      'chiav[ei] (?:api|segreta|di (?:licenza|accesso|prodotto|ripristino))',
      '(?:api|licentie|product|wifi|herstel|toegangs)[- ]?sleutels?',
      'klucz(?:e)? (?:api|licencyjn[ye]|produktu|sieciow[ye]|odzyskiwania)',
    ],
  ],
]

/** Chinese and Japanese have no spaces, so that these are found inside of other words, too. */
export const unspacedSecretLabels: [SecretKind, string[]][] = [
  [
    'password',
    [
      ...['パスワード', '暗証番号', 'PINコード', '認証コード', '確認コード', 'バックアップコード'],
      ...['密码', '密碼', '口令', '验证码', '驗證碼', '恢复代码', '备用代码'],
    ],
  ],
  [
    'key',
    [
      ...['APIキー', 'ライセンスキー', 'プロダクトキー', 'セキュリティキー', 'トークン'],
      ...['密钥', '金鑰', '令牌', '授权码', '序列密钥'],
    ],
  ],
]
