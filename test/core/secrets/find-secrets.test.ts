import { describe, expect, test } from 'vitest'
import { findSecrets, withoutSecrets } from '../../../core/secrets/find-secrets.ts'
import { secretsInWords } from '../../../core/secrets/secret.ts'

const removed = async (text: string) => withoutSecrets(text, await findSecrets(text))

describe('secrets are removed, and nothing around them', () => {
  test.each([
    ['password: Hunter2!x', 'password: [password removed]'],
    [
      'Password = "correct horse battery staple", please help',
      'Password = "[password removed]", please help',
    ],
    [
      'my password is Sommer2026. It stopped working',
      'my password is [password removed]. It stopped working',
    ],
    ['pwd:hunter\nuser: kim', 'pwd:[password removed]\nuser: kim'],
    ['password for the scanner: abc123', 'password for the scanner: [password removed]'],
    ['user/password: kim/Hunter2', 'user/password: [password removed]'],
    ['{"password": "x9!kQ"}', '{"password": "[password removed]"}'],
    ['Mein Passwort lautet Sommer!26', 'Mein Passwort lautet [password removed]'],
    ['Das Kennwort ist geHeim', 'Das Kennwort ist [password removed]'],
    ['Mot de passe : Azerty123', 'Mot de passe : [password removed]'],
    ['la contraseña es Verano2026', 'la contraseña es [password removed]'],
    ['minha senha é Praia#1', 'minha senha é [password removed]'],
    ['la password è Estate2026', 'la password è [password removed]'],
    ['wachtwoord: Fiets123', 'wachtwoord: [password removed]'],
    ['hasło to Zima2026', 'hasło to [password removed]'],
    ['パスワード：Sakura99', 'パスワード：[password removed]'],
    ['パスワードはSakura99です', 'パスワードは[password removed]'],
    ['密码是Abc12345', '密码是[password removed]'],
    ['PIN: 4711', 'PIN: [password removed]'],
    ['API key: 9f8e7d6c5b4a', 'API key: [key removed]'],
    ['api_key=9f8e7d6c5b4a&x=1', 'api_key=[key removed]'],
    ['Authorization: Bearer abc.def123', 'Authorization: Bearer [key removed]'],
    ['token ghp_1234567890abcdefghijklmnopqrstuvwx12 fails', 'token [key removed] fails'],
    ['xoxb-1234567890-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx', '[key removed]'],
    ['it was sk-proj-abcdefghijklmnopqrstuvwx before', 'it was [key removed] before'],
    ['AKIAIOSFODNN7EXAMPLE', '[key removed]'],
    ['AIzaSyA1234567890abcdefghijklmnopqrstuv', '[key removed]'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmN', '[key removed]'],
    ['https://kim:hunter2@files.example.com/a', 'https://[password removed]@files.example.com/a'],
    ['postgres://app:S3cret@db.example.com/app', 'postgres://[password removed]@db.example.com/app'],
    ['a\n-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\nb', 'a\n[key removed]\nb'],
    ['card 4111 1111 1111 1111, please', 'card [card number removed], please'],
    ['5555555555554444', '[card number removed]'],
    ['IBAN DE89 3704 0044 0532 0130 00 is wrong', 'IBAN [bank account removed] is wrong'],
    ['gb29nwbk60161331926819', '[bank account removed]'],
  ])('%j', async (text, expected) => {
    expect(await removed(text)).toBe(expected)
  })
})

describe('what triage needs stays', () => {
  test.each([
    'Ticket #4711 and CVE-2026-12345, build 10.0.19045.3803',
    'My password is expired and I cannot log in',
    'Password: forgotten',
    'password reset does not work since Monday',
    'The password manager 1Password asks again',
    'Passwort vergessen',
    'Mot de passe oublié',
    'パスワードを忘れました',
    'the token is invalid',
    'Host db-07.intern.example.com, port 5432, version v2.11.0',
    'order number 4111 1111 1111 1112',
    'my phone +49 170 1234567, room 12.345',
    'serial SN-1234-5678-9012-3456',
    'commit 9fceb02d0ae598e95dc970b74767f19372d61af8',
    'id 550e8400-e29b-41d4-a716-446655440000',
    'https://example.com:8443/a?b=c',
    'It says "Access token expired" at 10:30',
    'Secret Santa 2026 needs a room',
    'pass the salt',
    'I pass 3 gates',
  ])('%j', async (text) => {
    expect(await removed(text)).toBe(text)
  })
})

test('secrets that overlap are removed once', async () => {
  expect(await removed('token=ghp_1234567890abcdefghijklmnopqrstuvwx12')).toBe('token=[key removed]')
})

test('a long text takes no longer than a reader would notice', async () => {
  const text = 'password for of to '.repeat(500) + '4 1 1 1 '.repeat(500) + 'DE89 '.repeat(500)
  const begun = process.cpuUsage()
  await findSecrets(text)
  expect(process.cpuUsage(begun).user).toBeLessThan(500_000)
})

test('kinds of secrets are named in a sentence', () => {
  expect(secretsInWords(['password'])).toBe('a password')
  expect(secretsInWords(['password', 'key', 'bank account'])).toBe('a password, a key, and a bank account')
})
