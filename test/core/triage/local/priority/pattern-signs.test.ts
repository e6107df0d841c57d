import { describe, expect, test } from 'vitest'
import { countedPeople } from '../../../../../core/triage/local/priority/patterns/counted-people.ts'
import { gavePassword } from '../../../../../core/triage/local/priority/patterns/gave-password.ts'
import { hasNearDeadline } from '../../../../../core/triage/local/priority/patterns/has-near-deadline.ts'
import { lostAllData } from '../../../../../core/triage/local/priority/patterns/lost-all-data.ts'
import { namesWholeUnit } from '../../../../../core/triage/local/priority/patterns/names-whole-unit.ts'
import { asksInGeneral, onlyAsks } from '../../../../../core/triage/local/priority/patterns/only-asks.ts'
import { onlyRequests } from '../../../../../core/triage/local/priority/patterns/requests.ts'
import { smellsOfDanger } from '../../../../../core/triage/local/priority/patterns/smells-of-danger.ts'
import { waterComesIn } from '../../../../../core/triage/local/priority/patterns/water-comes-in.ts'

test.each<[string, number]>([
  ['400 employees wait', 400],
  ['für 12 Kollegen', 12],
  ['30人が待っています', 30],
  ['100位同事', 100],
  ['1.5 people, version 3', 0],
  ['4000 MB', 0],
])('%s: %i people', (text, people) => expect(countedPeople(text)).toBe(people))

const tables: [name: string, isIn: (text: string) => boolean, yes: string[], no: string[]][] = [
  [
    'names a whole unit',
    namesWholeUnit,
    [
      'The whole accounting department waits',
      'all twelve of us',
      'Im gesamten Einkauf',
      'toute la comptabilité',
      'el almacén entero',
      'o setor de logística inteiro',
      'tutto il reparto',
      'de hele vestiging',
      'cały dział',
      '経理課の全員',
      '整个部门',
    ],
    ['Please complete the team form', 'helemaal niet werken', 'the whole day', 'den ganzen Tag'],
  ],
  [
    'says that there is little time',
    hasNearDeadline,
    [
      'by 16:00',
      'in ten minutes',
      'bis 14 Uhr',
      'dans 2 heures',
      'antes de las 18:00',
      'entro le 12.00',
      'あと10分',
      '还有5分钟',
    ],
    ['by train', 'in the minutes of the meeting', 'bis Freitag', 'version 16:00'],
  ],
  [
    'only asks',
    onlyAsks,
    [
      'How many days can I carry over?',
      'Can I carry over unused days?',
      'Could you tell me where the form is?',
      'Hi all, do I have to shut down my PC on Friday?',
      'Wo finde ich das Formular?',
      'Où trouver le modèle ?',
      'Como altero a minha foto no Teams?',
      'Il badge è pronto?',
      '何時から使えますか。',
      '年假有多少天？',
    ],
    [
      'Can you replace my keyboard?',
      'Könnt ihr den Toner wechseln?',
      'Pouvez-vous changer la lampe ?',
      '¿Pueden cambiar el tóner?',
      'Why is my screen black?',
      'When will you repair it? It does not print.',
      'The printer prints only blank pages and I tried two cables. Why?',
      'プリンタを直してもらえますか',
    ],
  ],
  [
    'tells that somebody gave a password away',
    gavePassword,
    [
      'I clicked a link in a mail and typed my password there',
      'Ich habe auf den Link geklickt und mein Passwort eingegeben',
    ],
    ['I clicked Forgot password and typed a new one', 'I typed my password and it is refused'],
  ],
  [
    'smells of danger',
    smellsOfDanger,
    [
      'It smells of gas',
      'strong smell of burnt plastic',
      'Es riecht hier verbrannt',
      'Cheiro forte a gás',
      '何か焦げたような臭いがする',
    ],
    ['The gas bill is late', 'It smells of fish', 'smell test for the coffee'],
  ],
  [
    'says that water comes in',
    waterComesIn,
    [
      'Water keeps running from the ceiling',
      'Es tropft auf den Sicherungskasten',
      'サーバーに水がかかっています',
    ],
    ['The water bill', 'Hot water for the tea kitchen', 'The ceiling light is off'],
  ],
  [
    'asks for something new',
    onlyRequests,
    ['We need chairs for the whole team', 'Please order 30 headsets', '需要给全部门买椅子'],
    ['Please help, nobody can print', 'We need the network repaired', 'Everyone has a black screen'],
  ],
  [
    'asks in general',
    asksInGeneral,
    ['When is the next phishing test?'],
    ['Is this mail phishing?', 'I got a mail from my bank. Phishing?'],
  ],
  [
    'tells that all data is gone',
    lostAllData,
    [
      'All files on the drive have been deleted',
      'Alle Dateien sind verschlüsselt',
      'My files are being encrypted one by one',
      'todos los archivos han desaparecido',
      '所有文件都不见了',
    ],
    [
      'All files are in the folder',
      'One file is gone',
      'Delete all old files',
      'My files are encrypted with BitLocker',
    ],
  ],
]

describe.each(tables)('%s', (_name, isIn, yes, no) => {
  test.each(yes)('%s', (text) => expect(isIn(text)).toBe(true))
  test.each(no)('not: %s', (text) => expect(isIn(text)).toBe(false))
})
