/** What the desk's Markdown lacks, on every surface, as micromark names it: HTML is text, and there are no footnotes. */
export const disabledConstructs = [
  'htmlFlow',
  'htmlText',
  'gfmFootnoteDefinition',
  'gfmFootnoteCall',
  'gfmPotentialFootnoteCall',
]
