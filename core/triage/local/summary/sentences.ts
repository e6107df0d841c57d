/** “im 3. Stock”, “z. B.”, “Dr. Müller”: the segmenter knows no abbreviations. */
const unfinished = new RegExp(
  String.raw`(?:^|[\s(])(?:\p{N}{1,3}|\p{L}|${[
    ...[
      'bzw',
      'bzgl',
      'ca',
      'nr',
      'dr',
      'hr',
      'fr',
      'fa',
      'prof',
      'str',
      'tel',
      'inkl',
      'evtl',
      'ggf',
      'usw',
      'abb',
    ],
    ...['mr', 'mrs', 'ms', 'st', 'etc', 'vs', 'approx', 'fig', 'max', 'min', 'mme', 'mlle', 'av', 'cf'],
    ...['sr', 'sra', 'srta', 'sig', 'dott', 'dhr', 'mevr', 'bijv', 'ul', 'np'],
    ...[String.raw`e\.g`, String.raw`i\.e`, String.raw`z\.\s?b`, String.raw`d\.\s?h`, String.raw`u\.\s?a`],
  ].join('|')})\.\s*$`,
  'iu',
)
/** “No. 5”, but “He said no.” */
const beforeNumber = /(?:^|[\s(])(?:no|art|al|vol|ver|kap|pp?)\.\s*$/iu
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

const goesOn = (sentence: string, next: string) =>
  unfinished.test(sentence) || (beforeNumber.test(sentence) && /^\p{N}/u.test(next))

/** The sentences of a plain text. A number or an abbreviation before a full stop ends none. */
export function sentencesOf(text: string): string[] {
  const found: string[] = []
  for (const { segment } of segmenter.segment(text)) {
    const last = found.at(-1)
    if (last !== undefined && goesOn(last, segment)) found[found.length - 1] = last + segment
    else found.push(segment)
  }
  return found.map((sentence) => sentence.trim()).filter(Boolean)
}
