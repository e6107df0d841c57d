/** Who asks whether the desk can do something asks for work, unless it is to tell something. */
const modal = String.raw`(?:can|could|would|will) (?:you|someone|somebody|anyone|anybody)|can (?:i|we) (?:get|have|please)|(?:kann|könnte\w*|könnt|können|würde\w*|kannst) (?:ihr|sie|du|jemand|mir|uns)|(?:pouvez|peux|pourriez|pourrais|peut|pourrait)[- ](?:vous|tu|on|quelqu['’]un)|(?:me |nos |alguien )?(?:pueden|puede|puedes|podéis|podría\w*)(?! se )|(?:alguém )?(?:podem|pode|podes|poderia\w*)(?!-se)|(?:qualcuno )?(?:può|puoi|potete|potreste|potresti|potrebbe)|(?:kun|kunnen|kan|zou|zouden) (?:je|jullie|u|iemand)|(?:czy )?(?:możecie|możesz|mógłby\w*|mogłaby\w*|moglibyście|może ktoś|ktoś może|mogą państwo)`
const telling = String.raw`(?:\p{L}+\s+){0,3}?(?:tell|say|explain|confirm|let|sagen|erklären|bestätigen|dire|expliquer|confirmer|indiquer|decir\w*|explicar\w*|confirmar\w*|dizer\w*|explicar|confirmar|dirmi|dire|spiegar\w*|confermar\w*|zeggen|uitleggen|powiedzieć|wyjaśnić)`
export const asksForWork = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${modal})(?![\p{L}\p{N}])(?!\s+${telling})|(?<![\p{L}\p{N}])(?:please|bitte|svp|plaît|por favor|per favore|per cortesia|alsjeblieft|alstublieft|aub|graag|proszę)(?![\p{L}\p{N}])|もらえ|いただけ|くれ|ください|お願い|帮|麻烦|请(?!问)`,
  'iu',
)

/** Something is amiss. */
export const trouble =
  /(?<![\p{L}\p{N}])(?:not|nobody|no one|none|fix|repair\w*|no (?:longer|sound|signal|access|internet|connection)|\p{L}+n['’]t|nothing|cannot|error\w*|fail\w*|(?<!shut )down|offline|broken|crash\w*|slow\w*|stuck|missing|wrong|problem\w*|issues?|bug|why|gone|lost|niemand|reparier\w*|nicht|kein\w*|fehl\w*|kaputt|warum|wieso|weg|störung|pas|plus|personne|répar\w*|erreur\w*|panne|problème\w*|pourquoi|cassé\w*|no (?:me |se |le |te |nos )?(?:funciona|puedo|podemos|va|arranca|deja|hay|carga|abre|llega|recibo|aparece|imprime|conecta)|nadie|repar\w*|falla\w*|fallo|roto|rota|por qué|não|nada|ninguém|consert\w*|erro|erros|falha\w*|quebrad\w*|por que|non|niente|nessuno|ripar\w*|errore|guasto|rott[oa]|perch[eé]|niet|geen|repareer\w*|fout\w*|storing|kapot|waarom|nie|nikt|napraw\w*|błąd\w*|awari\w*|zepsut\w*|dlaczego)(?![\p{L}\p{N}])|(?<!問題)ない|(?<!問題あり)ません|誰も|修理|直し|エラー|壊|不具合|故障|おかし|不了|不能|没人|修|无法|没|坏|错误|报错|失败|为什么/iu

const work =
  /(?<![\p{L}\p{N}])(?:order\w*|buy|install\w*|set up|create|add|need|would like|bestell\w*|einricht\w*|brauch\w*|hätte\w* gern\w*|commander|besoin|installer|pedir|comprar|necesit\w*|instalar|precis\w*|ordinare|servono|serve|bisogno|bestellen|nodig|installeren|zamów\w*|potrzeb\w*|zainstal\w*)(?![\p{L}\p{N}])|ほしい|欲しい|注文|需要|购买|安装/iu

/** Whether a text asks for something new, and nothing is amiss: chairs for the whole team are no outage. */
export const onlyRequests = (text: string): boolean =>
  (asksForWork.test(text) || work.test(text)) && !trouble.test(text)
