import type { SampleTicket } from '../playground/sample-tickets.ts'
import { sampleTickets } from '../playground/sample-tickets.ts'

type Language = 'en' | 'de' | 'fr' | 'es' | 'ja'

/** Further tickets: title, what happened, and the language if it isn't English. */
const more: [title: string, description: string, language?: Language][] = [
  [
    'Docking station charges but shows no picture',
    'The laptop charges, both screens stay black. It worked until Friday.',
  ],
  ['Cannot join the video call from the meeting room', 'The room system says “no audio device”.'],
  [
    'Drucker druckt nur noch doppelseitig',
    'Im Sekretariat kommt alles doppelseitig heraus, auch Etiketten.',
    'de',
  ],
  [
    'Laptop is very slow after start',
    'It takes ten minutes until I can work. The fan is loud the whole time.',
  ],
  [
    'Le téléphone du dépôt ne sonne plus',
    'On nous appelle, mais le téléphone ne sonne pas. La ligne sort normalement.',
    'fr',
  ],
  ['Shared mailbox for the trade fair', 'Please set up fair@acme.example for six people until March.'],
  ['Wrong name in the address book', 'I married last week: please change my name to Hansen-Lund everywhere.'],
  ['Two-factor app lost with my phone', 'My phone was stolen on the train. I cannot sign in anywhere.'],
  [
    'Kein Zugriff auf das Laufwerk der Buchhaltung',
    'Seit dem Wechsel der Abteilung fehlt mir `B:\\Abschluss`.',
    'de',
  ],
  [
    'PDF forms open in the browser',
    'I need them in the reader, as the signature does not work in the browser.',
  ],
  ['Barcode scanner reads every code twice', 'Gate 2, the scanner with the yellow label.'],
  ['No me llega el correo de los clientes', 'Desde el martes no recibo nada de fuera; dentro sí.', 'es'],
  ['Please unlock my account', 'I mistyped my password too often after the holidays.'],
  ['Wi-Fi in the canteen drops', 'At noon, when all are there, nobody gets a connection.'],
  [
    'プロジェクターが映りません',
    '会議室「大阪」のプロジェクターに何も映りません。ケーブルは交換済みです。',
    'ja',
  ],
  ['Excel macro is blocked', 'The macro of the shift plan is blocked since the update.'],
  [
    'Move two workplaces to the 2nd floor',
    'Desks 14 and 15 move on Thursday: phones, screens and network, please.',
  ],
  [
    'Licence for the drawing program expired',
    'It says “licence expired” and closes. Three of us cannot work.',
  ],
  ['Backup of my laptop fails', 'The icon is red: “last backup 12 days ago”.'],
  [
    'La imprimante étiquette de travers',
    'Les étiquettes sortent de travers depuis le changement de rouleau.',
    'fr',
  ],
  ['Database for the shop is slow', 'Orders take 40 seconds to save since the weekend.'],
  ['New starter on Monday', 'Account, mailbox and badge for Jonas Weber, Sales.'],
  ['Teams calls break up', 'Others hear me robotic. With the phone it is fine.'],
  ['Monitor arm is loose', 'It sinks slowly. I hold it with a book.'],
  ['Bitte Outlook-Regel prüfen', 'Meine Weiterleitung an das Team geht seit gestern ins Leere.', 'de'],
  ['Access to the build server', 'I need to start deployments for the web shop. Greta approved.'],
  ['USB stick found in the car park', 'Someone handed it in at the reception. What shall we do with it?'],
  ['Keyboard layout changes by itself', 'Suddenly it is American. It happens after every restart.'],
  ['Impresora sin tóner en recepción', 'Hay que cambiar el tóner negro. ¿Dónde están los nuevos?', 'es'],
  ['Calendar shows the wrong time zone', 'All meetings are one hour late since I was in Lisbon.'],
  ['Battery of the hand scanner swells', 'The cover does not close any more. Is that dangerous?'],
  ['Cannot install the tax program', 'It asks for an administrator password.'],
  ['Mail to a customer bounces', '`550 5.7.1 rejected by policy`. It is our biggest customer.'],
  ['Room booking shows cancelled meetings', 'The screen at room Oslo is a day behind.'],
  ['新しいキーボードの購入', '日本語配列のキーボードを一台お願いします。', 'ja'],
  ['Question about storage quota', 'My folder is at 95 %. Can I get 20 GB more?'],
  ['Headset has an echo', 'I hear myself half a second later.'],
  ['VPN client asks for an update', 'May I install the update that the VPN client offers?'],
  ['Strange login from abroad', 'I got a mail about a sign-in from Brazil. That was not me!'],
  ['Projector remote is missing', 'Room Bergen. It lay on the table last week.'],
]

/** What moderators and requesters say, by language. */
const words: Record<Language, { answer: string[]; reply: string[]; resolution: string[] }> = {
  en: {
    answer: [
      'Thanks for the report. Does it also happen **after a restart**?',
      'I can see it from here. Please leave the device on until I am with you, at about 11.',
      'Could you send me the exact words of the message, please?',
      'That needs your manager’s approval. I have asked; you need not do anything.',
    ],
    reply: [
      'Yes, I tried that, no difference.',
      'It says exactly what I wrote above.',
      'Great, thank you!',
      'It works on my colleague’s machine, by the way.',
    ],
    resolution: [
      'Changed the part, printed a test page: all fine.',
      'Reset it and signed you out everywhere. Please set a new password.',
      'Installed the update and restarted the service.',
      'Access is set up. It may take an hour until it shows.',
    ],
  },
  de: {
    answer: [
      'Danke für die Meldung. Ich schaue es mir **heute Vormittag** an.',
      'Bitte einmal ab- und wieder anmelden. Ist es dann noch so?',
    ],
    reply: ['Leider keine Änderung.', 'Jetzt geht es kurz, dann wieder nicht.'],
    resolution: ['Die Einstellung war zurückgesetzt; ich habe sie wieder eingetragen.'],
  },
  fr: {
    answer: ['Merci. Pouvez-vous me donner le numéro de l’appareil ?'],
    reply: ['C’est le 4471, près de la porte.'],
    resolution: ['Réglage corrigé à distance, c’est testé.'],
  },
  es: {
    answer: ['Gracias. ¿Le pasa también con otra persona?'],
    reply: ['Sí, a mi compañera también.'],
    resolution: ['El filtro bloqueaba el correo. Ya está corregido.'],
  },
  ja: {
    answer: ['ご連絡ありがとうございます。午後に伺います。'],
    reply: ['ありがとうございます。お待ちしています。'],
    resolution: ['対応しました。ご確認ください。'],
  },
}

/** Languages of the sample tickets that aren't English, by their place. */
const sampleLanguages: Record<number, Language> = { 5: 'de', 6: 'fr', 7: 'ja', 8: 'es' }

/** How far a ticket gets. */
export const finalStatuses = ['open', 'in_progress', 'waiting', 'resolved', 'closed'] as const
export type FinalStatus = (typeof finalStatuses)[number]

export type WeekTicket = SampleTicket & {
  /** hours after the begin of the week */
  filedAt: number
  end: FinalStatus
  answer: string
  reply: string
  resolution: string
  /** what moderators say among themselves */
  note: string | null
}

const notes = [
  'Same as last month: the driver.',
  'I have the spare part in my drawer.',
  'Escalated to the vendor, ticket 88-1203.',
]
const urgencies = ['normal', 'low', 'normal', 'high', 'normal'] as const

/** Sixty tickets of one week, in the order of filing. The newest are open, the oldest resolved or closed. */
export function weekOfTickets(): WeekTicket[] {
  const others = more.map(([title, description, language = 'en'], nth) => ({
    ticket: { title, description, urgency: urgencies[nth % urgencies.length] ?? 'normal' },
    language,
  }))
  const samples = sampleTickets.map((ticket, nth) => ({ ticket, language: sampleLanguages[nth] ?? 'en' }))
  return others
    .flatMap((other, nth) =>
      nth % 2 === 1 && samples[(nth - 1) / 2] ? [other, samples[(nth - 1) / 2]] : [other],
    )
    .filter((one) => one !== undefined)
    .map(({ ticket, language }, nth, all) => ({
      ...ticket,
      filedAt: officeHour(nth / all.length),
      end: endOf(nth, all.length),
      answer: pick(words[language].answer, nth),
      reply: pick(words[language].reply, nth),
      resolution: pick(words[language].resolution, nth),
      note: nth % 4 === 0 ? pick(notes, nth) : null,
    }))
}

const pick = (from: string[], nth: number) => from[nth % from.length] ?? ''

/** Seven days of nine hours each, from eight o'clock; hours after the first midnight. */
const officeHour = (share: number) => Math.floor(share * 7) * 24 + 8 + ((share * 7) % 1) * 9

function endOf(nth: number, of: number): FinalStatus {
  const age = 1 - nth / of
  if (age < 0.2) return nth % 3 === 0 ? 'in_progress' : 'open'
  if (age < 0.5) return (['in_progress', 'waiting', 'resolved'] as const)[nth % 3] ?? 'waiting'
  return nth % 5 === 0 ? 'closed' : nth % 7 === 0 ? 'waiting' : 'resolved'
}
