import { describe, expect, test } from 'vitest'
import { hasLink } from '../../../../core/rich-text/has-link.ts'
import { summarise } from '../../../../core/triage/local/summarise.ts'

test.each<[string, string, string]>([
  ['C# tests pass', 'C# tests pass on my machine.', 'C# tests pass on my machine.'],
  ['Drucker', 'Hallo zusammen,\n\nim 3. Stock druckt nichts.', 'Drucker: im 3. Stock druckt nichts.'],
  [
    'Export is empty',
    'Hello. I pressed the button. The weather is nice. All users get an empty export.',
    'Export is empty: I pressed the button. All users get an empty export.',
  ],
  ['Paper', '> URGENT: production is down\n\nPlease order paper.', 'Paper: Please order paper.'],
  // as the desk stores a plain mail or message
  ['Paper', '\\> URGENT: production is down\n\nPlease order paper.', 'Paper: Please order paper.'],
])('%s | %s', (title, description, summary) => expect(summarise({ title, description })).toBe(summary))

describe('says what is the matter, not what stands around it', () => {
  test.each<[string, string, string]>([
    [
      'VPN',
      'Dear support,\nI hope you are well.\nI cannot connect to the VPN.\nBest,\nKim',
      'VPN: I cannot connect to the VPN.',
    ],
    [
      'Question',
      'Hello, can you help me? I have a problem. Outlook shows an error.',
      'Question: Outlook shows an error.',
    ],
    [
      'Crash',
      'Hey!\nHope you had a great weekend!\nExcel crashes.\nSent from my iPhone',
      'Crash: Excel crashes.',
    ],
    ['Export', 'See attachment. The export is empty.', 'Export: The export is empty.'],
    ['Headset', 'Moin Moin,\nmein Headset knackt. LG Kim', 'Headset: mein Headset knackt.'],
    [
      'Lizenz',
      'Sehr geehrte Damen und Herren,\n\nich benötige Acrobat.\n\nFreundliche Grüße\nKim Lee\nLeiterin Einkauf',
      'Lizenz: ich benötige Acrobat.',
    ],
    ['Panne', 'Bonjour à tous,\n\nl’écran reste noir.\n\nCordialement,\nKim', 'Panne: l’écran reste noir.'],
    [
      'Fallo',
      'Buenos días equipo:\nla impresora no responde.\nUn saludo,\nKim',
      'Fallo: la impresora no responde.',
    ],
    [
      'Erro',
      'Olá pessoal, a impressora não funciona.\nAtenciosamente,\nKim',
      'Erro: a impressora não funciona.',
    ],
    [
      'Guasto',
      'Buongiorno a tutti, la stampante non risponde. Cordiali saluti',
      'Guasto: la stampante non risponde.',
    ],
    [
      'Storing',
      'Goedemiddag,\nde printer doet het niet meer.\nMet vriendelijke groet,\nKim',
      'Storing: de printer doet het niet meer.',
    ],
    ['Awaria', 'Dzień dobry,\ndrukarka nie działa.\nPozdrawiam\nKim', 'Awaria: drukarka nie działa.'],
    [
      '故障',
      'お疲れ様です。\n営業部の田中です。\n三階のプリンターが動きません。\nよろしくお願いいたします。',
      '故障: 三階のプリンターが動きません。',
    ],
    ['问题', '您好，\n三楼的打印机坏了。\n谢谢！', '问题: 三楼的打印机坏了。'],
    ['Scanner', 'It jams.\n\n-- \nKim Lee\nAcme Inc.', 'Scanner: It jams.'],
    [
      'Scanner',
      'It jams.\n\nThis e-mail is confidential. Delete it immediately, or data are at risk.',
      'Scanner: It jams.',
    ],
    [
      'Scanner',
      'It jams.\nThanks!\nSince today the whole office cannot scan any more.',
      'Scanner: It jams. Since today the whole office cannot scan any more.',
    ],
    [
      'Import',
      '2026-11-30 10:00:00 ERROR [main] x.y.Z: failed\nThe nightly import fails.',
      'Import: The nightly import fails.',
    ],
    [
      'Import',
      '```\nERROR x.y.Z: failed\n```\nThe nightly import fails.',
      'Import: The nightly import fails.',
    ],
    [
      'Users',
      '| user | error |\n|---|---|\n| kim | 500 |\n\nEverybody gets an error.',
      'Users: Everybody gets an error.',
    ],
    [
      'Fwd',
      'Von: Kim\nAn: Support\nBetreff: Rechnung\n\nDie Rechnung ist doppelt gebucht.',
      'Fwd: Die Rechnung ist doppelt gebucht.',
    ],
    [
      'Payroll',
      '**What happened?**\nThe export is empty.\n\n**What did you expect?**\nRows.',
      'Payroll: The export is empty.',
    ],
    ['App', '# Summary\nThe app is down\n## Steps\n1. Open', 'App: The app is down'],
    ['Steps', '- open the app\n- press save\n\nNothing is stored.', 'Steps: Nothing is stored.'],
    ['To do', '- order paper\n- fill the trays', 'To do: order paper; fill the trays'],
    ['Crash', 'Hello world app crashes.\nIt shows error 5.', 'Crash: Hello world app crashes.'],
    ['Screen', 'Hi 👋 team! My screen is green.', 'Screen: My screen is green.'],
    ['Badge', 'Beste collega’s,\nmijn badge doet niets.\nGroetjes, Kim', 'Badge: mijn badge doet niets.'],
    ['カード', 'いつもお世話になっております。\nドアが開きません。', 'カード: ドアが開きません。'],
    ['Lamp', 'Name: Kim\nFloor: 3\nDescription: it flickers', 'Lamp: Description: it flickers'],
    ['Form', 'Device: Laptop\n\nThe battery swells.', 'Form: The battery swells.'],
    ['Door', 'Get Outlook for iOS\n\nThe door stays open.', 'Door: The door stays open.'],
    [
      'VPN',
      '[EXTERNAL] Caution: this mail comes from outside.\n\nOur certificate expired.',
      'VPN: Our certificate expired.',
    ],
    ['Export', 'Sorry to bother you again. It still has 10 rows.', 'Export: It still has 10 rows.'],
    [
      'Script',
      'Traceback (most recent call last):\nValueError: x\n\nThe report dies.',
      'Script: The report dies.',
    ],
    ['Shop', '{"error":"E1"}\n\nEach order gets this.', 'Shop: Each order gets this.'],
    ['Menu', '![screen](https://x.example/a.png)\nIt is empty.', 'Menu: It is empty.'],
    ['Log', '```\nERROR x.y.Z: failed\n```', 'Log: ERROR x.y.Z: failed'],
    ['Help', 'Can you help me?', 'Help: Can you help me?'],
    ['Help', '', 'Help'],
  ])('%s: %j', (title, description, summary) => expect(summarise({ title, description })).toBe(summary))
})

describe('never shows a link', () => {
  test.each([
    '[Reset your password here](https://evil.example/login)',
    '[click][1]\n\n[1]: https://evil.example',
    '[[click]](//evil.example)',
    '<https://evil.example>',
    'see https://evil.example and www.evil.example',
    'HTTPS://EVIL.EXAMPLE',
    'https\u200b://evil.example',
    'ht\u00adtps://evil.example',
    'https：//evil.example',
    'https&colon;//evil.example',
  ])('%s', (description) => {
    const summary = summarise({ title: 'Help', description })
    expect(hasLink(summary)).toBe(false)
    expect(summary.normalize('NFKC').replaceAll(/\p{Cf}/gu, '')).not.toMatch(
      /evil\.example\/login|https:\/\//i,
    )
  })
})
