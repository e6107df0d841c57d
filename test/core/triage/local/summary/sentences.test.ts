import { expect, test } from 'vitest'
import { sentencesOf } from '../../../../../core/triage/local/summary/sentences.ts'

test.each<[string, string[]]>([
  ['Der Drucker im 3. Stock streikt. Hilfe!', ['Der Drucker im 3. Stock streikt.', 'Hilfe!']],
  ['It fails in v1.2 of node.js. Why?', ['It fails in v1.2 of node.js.', 'Why?']],
  ['Geräte, z. B. Mäuse, fehlen. Ca. 20 Stück.', ['Geräte, z. B. Mäuse, fehlen.', 'Ca. 20 Stück.']],
  ['C# tests pass. C++ does not build.', ['C# tests pass.', 'C++ does not build.']],
  ['プリンターが動きません。助けてください。', ['プリンターが動きません。', '助けてください。']],
  ['打印机坏了！请帮忙。', ['打印机坏了！', '请帮忙。']],
  ['Hr. Schmidt und Fr. Maier warten.', ['Hr. Schmidt und Fr. Maier warten.']],
  ['Bzgl. Ihrer Anfrage: max. 5 Nutzer gehen.', ['Bzgl. Ihrer Anfrage: max. 5 Nutzer gehen.']],
  ['Prof. Lee is locked out.', ['Prof. Lee is locked out.']],
  ['Mme. Dupont attend.', ['Mme. Dupont attend.']],
  ['La Sra. López espera. Gracias.', ['La Sra. López espera.', 'Gracias.']],
  ['Dott. Bianchi attende.', ['Dott. Bianchi attende.']],
  ['Dhr. Jansen wacht. Bijv. Chrome faalt.', ['Dhr. Jansen wacht.', 'Bijv. Chrome faalt.']],
  ['Ul. Długa 5 bez prądu.', ['Ul. Długa 5 bez prądu.']],
  ['No. 5 is broken.', ['No. 5 is broken.']],
  ['He said no. Then he left.', ['He said no.', 'Then he left.']],
])('%s', (text, sentences) => expect(sentencesOf(text)).toEqual(sentences))
