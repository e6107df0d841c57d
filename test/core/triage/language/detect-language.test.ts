import { eld } from 'eld/extrasmall'
import { describe, expect, test } from 'vitest'
import { languageCodes } from '../../../../core/text/languages.ts'
import { detectLanguage } from '../../../../core/triage/language/detect-language.ts'
import { heldOutCases } from '../held-out-cases.ts'
import { tunedCases } from '../tuned-cases.ts'

const of = (title: string, description = '') => detectLanguage({ title, description })

describe('the language of a ticket', () => {
  test.each([
    ['en', 'The printer on the third floor jams every morning'],
    ['de', 'Der Drucker im dritten Stock druckt seit heute früh nicht mehr'],
    ['fr', 'L’imprimante du troisième étage est en panne depuis ce matin'],
    ['es', 'La impresora del tercer piso no funciona desde esta mañana'],
    ['pt', 'A impressora do terceiro andar não funciona desde ontem'],
    ['it', 'La stampante al terzo piano non funziona da questa mattina'],
    ['nl', 'De printer op de derde verdieping doet het niet meer'],
    ['pl', 'Drukarka na trzecim piętrze nie działa od rana'],
    ['ja', '三階のプリンターが今朝から動きません'],
    ['zh', '三楼的打印机从今天早上开始不能打印了'],
  ])('%s: %s', async (language, text) => expect(await of(text)).toBe(language))

  test.each([
    ['de', 'DRUCKER IM ERSTEN STOCK DEFEKT'],
    ['en', 'PRINTER ON FIRST FLOOR BROKEN'],
    ['nl', 'Outlook loopt vast bij het openen van bijlagen'],
    ['de', 'Maus tot brauche neue'],
    ['en', 'Access to folder Finanzbuchhaltung needed please'],
  ])('%s, also of a short text: %s', async (language, text) => expect(await of(text)).toBe(language))

  test.each([
    ['two words', 'VPN kaputt'],
    ['a name and a number', 'SAP error 4711'],
    ['nothing but code', '```\njava.lang.NullPointerException at org.apache.Foo\n```'],
    ['names of people', 'Anna Schmidt Peter Meier'],
    ['names of products', 'Excel Word Outlook Teams'],
    ['abbreviations', 'SAP FI CO MM'],
    ['an address', 'https://example.com/a/der/die/das/nicht'],
    ['signs', '!!! ???'],
    ['nothing', ''],
  ])('is not told of %s', async (_, text) => expect(await of(text)).toBeNull())

  test('is that of what the person wrote, not of the log that they pasted', async () => {
    const log = '```\nERROR could not connect to the server because the connection was refused\n```'
    expect(
      await of('Verbindung weg', `Seit heute kann ich mich nicht mehr verbinden:\n${log.repeat(5)}`),
    ).toBe('de')
  })

  test('is hardly ever told wrong of short tickets', async () => {
    const told = await Promise.all(
      [...heldOutCases, ...tunedCases].map(async ([language, text]) => ({
        language,
        found: await of(text),
        text,
      })),
    )
    const wrong = told.filter(({ language, found }) => found !== null && found !== language)
    expect(wrong.map(({ language, found, text }) => `${language} as ${found}: ${text}`)).toEqual([])
    expect(told.filter(({ found }) => found === null).length).toBeLessThan(told.length / 10)
  })
})

test('the languages that people can state are those that are recognised', () => {
  expect(languageCodes.toSorted()).toEqual(Object.values(eld.info().Languages).toSorted())
})
