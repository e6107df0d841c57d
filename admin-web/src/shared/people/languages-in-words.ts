import { languageName } from '../../../../core/text/language-name.ts'

const list = new Intl.ListFormat('en')

/** @param codes ISO 639-1 @returns e.g. "English and German" */
export const languagesInWords = (codes: string[]) => list.format(codes.map(languageName).sort())
