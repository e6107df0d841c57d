/** Who asks whether the desk can do something asks for work, unless it is to tell something. */
const modal = String.raw`(?:can|could|would|will) (?:you|someone|somebody|anyone|anybody)|can (?:i|we) (?:get|have|please)|(?:kann|könnte\w*|könnt|können|würde\w*|kannst) (?:ihr|sie|du|jemand|mir|uns)|(?:pouvez|peux|pourriez|pourrais|peut|pourrait)[- ](?:vous|tu|on|quelqu['’]un)|(?:me |nos |alguien )?(?:pueden|puede|puedes|podéis|podría\w*)(?! se )|(?:alguém )?(?:podem|pode|podes|poderia\w*)(?!-se)|(?:qualcuno )?(?:può|puoi|potete|potreste|potresti|potrebbe)|(?:kun|kunnen|kan|zou|zouden) (?:je|jullie|u|iemand)|(?:czy )?(?:możecie|możesz|mógłby\w*|mogłaby\w*|moglibyście|może ktoś|ktoś może|mogą państwo)`
const telling = String.raw`(?:\p{L}+\s+){0,3}?(?:tell|say|explain|confirm|let|sagen|erklären|bestätigen|dire|expliquer|confirmer|indiquer|decir\w*|explicar\w*|confirmar\w*|dizer\w*|explicar|confirmar|dirmi|dire|spiegar\w*|confermar\w*|zeggen|uitleggen|powiedzieć|wyjaśnić)`
const asksForWork = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${modal})(?![\p{L}\p{N}])(?!\s+${telling})|(?<![\p{L}\p{N}])(?:please|bitte|svp|plaît|por favor|per favore|per cortesia|alsjeblieft|alstublieft|aub|graag|proszę)(?![\p{L}\p{N}])|もらえ|いただけ|くれ|ください|お願い|帮|麻烦|请(?!问)`,
  'iu',
)

/** Something is amiss: then the question is about that. */
const trouble =
  /(?<![\p{L}\p{N}])(?:not|no (?:longer|sound|signal|access|internet|connection)|\p{L}+n['’]t|nothing|cannot|error\w*|fail\w*|(?<!shut )down|offline|broken|crash\w*|slow\w*|stuck|missing|wrong|problem\w*|issues?|bug|why|gone|lost|nicht|kein\w*|fehl\w*|kaputt|warum|wieso|weg|störung|pas|plus|erreur\w*|panne|problème\w*|pourquoi|cassé\w*|no (?:me |se |le |te |nos )?(?:funciona|puedo|podemos|va|arranca|deja|hay|carga|abre|llega|recibo|aparece|imprime|conecta)|falla\w*|fallo|roto|rota|por qué|não|nada|erro|erros|falha\w*|quebrad\w*|por que|non|niente|errore|guasto|rott[oa]|perch[eé]|niet|geen|fout\w*|storing|kapot|waarom|nie|błąd\w*|awari\w*|zepsut\w*|dlaczego)(?![\p{L}\p{N}])|ない|ません|エラー|壊|不具合|故障|おかし|不了|不能|无法|没|坏|错误|报错|失败|为什么/iu

const sentence = /[^.!?。！？\n]+[.!?。！？]*/gu
const isQuestion = (text: string) => /[?？]\s*$|か。?\s*$|吗。?\s*$/u.test(text) && !asksForWork.test(text)

const lengthOf = (sentences: readonly string[]) => sentences.join('').trim().length

/** Whether at least half of a text is a question that only wants to know something, and nothing is amiss. */
export function onlyAsks(text: string): boolean {
  if (trouble.test(text)) return false
  const sentences = text.match(sentence) ?? []
  const asked = lengthOf(sentences.filter(isQuestion))
  return asked > 0 && asked * 2 >= lengthOf(sentences)
}
