const danger = String.raw`gas|gás|gaz|gazu|gase|burn\w*|burnt|smoke|smoky|electric\w*|plastic|verbrannt\w*|verschmort\w*|rauch|brûlé|brûle|fumée|quemad[oa]|humo|queimado|fumaça|fumo|bruciat[oa]|brand|verbrand|rook|spalen\w*|dym\w*|chemical\w*|chemi\w*`
const smell =
  'smells?|smelling|odou?r|stinks?|riecht|geruch|stinkt|odeur|sent|pue|huele|olor|apesta|cheir[oa]s?|odore|puzza|puzzo|sento|ruikt|lucht|geur|stinkt|zapach|śmierdzi|czuć'

const smells = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${smell})\s+(?:\p{L}+['’\s]+){0,3}?(?:${danger})(?![\p{L}\p{N}])|(?:焦げ|ガス|煙)[^。\n]{0,6}(?:臭|におい|匂)|(?:焦|煤气|燃气|烟|糊)[^。\n]{0,4}味`,
  'iu',
)

/** Whether it smells of gas, smoke or something burnt. */
export const smellsOfDanger = (text: string): boolean => smells.test(text)
