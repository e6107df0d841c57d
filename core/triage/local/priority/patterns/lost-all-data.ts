const all =
  'all|every|everything|entire|alle|sämtliche|tous|toutes|todos|todas|todo|tutti|tutte|wszystkie|wszystko'
const data =
  'files?|data|documents?|folders?|orders?|records?|databases?|photos?|dateien|daten|dokumente|ordner|bestellungen|fichiers|données|documents|dossiers|commandes|archivos|ficheros|datos|documentos|carpetas|pedidos|arquivos|ficheiros|dados|pastas|file|dati|documenti|cartelle|ordini|bestanden|gegevens|documenten|mappen|pliki|dane|dokumenty|foldery|zamówienia'
const gone = String.raw`gone|deleted|erased|vanished|disappeared|wiped|encrypted|lost|weg|verschwunden|gelöscht|verschlüsselt|disparu\w*|supprimé\w*|effacé\w*|chiffré\w*|desaparecid\w*|desaparecieron|borrad\w*|cifrad\w*|encriptad\w*|sumiram|desaparec\w*|apagad\w*|criptograf\w*|sparit\w*|scomparsi|scomparse|cancellat\w*|cifrat\w*|criptat\w*|verdwenen|gewist|versleuteld|zniknęł\w*|usunięt\w*|skasowan\w*|zaszyfrowan\w*`

const lost = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}])(?:${all})\s+(?:\p{L}+\s+){0,3}?(?:${data})\s+(?:\p{L}+\s+){0,6}?(?:${gone})(?![\p{L}\p{N}])`,
    String.raw`(?<![\p{L}\p{N}])(?:${data})\s+(?:\p{L}+\s+){0,3}?(?:${all})\s+(?:${gone})(?![\p{L}\p{N}])`,
    String.raw`(?:すべて|全て|全部)の?(?:ファイル|データ)[^。\n]{0,10}(?:消え|削除|暗号化|なくな)|(?:所有|全部)的?(?:文件|数据|资料|订单)[^。\n]{0,8}(?:没了|不见了|消失|被删|加密|丢失)`,
  ].join('|'),
  'iu',
)

/** Whether all files or data are gone or encrypted. */
export const lostAllData = (text: string): boolean => lost.test(text)
