const all =
  'all|every|everything|entire|alle|sämtliche|tous|toutes|todos|todas|todo|tutti|tutte|wszystkie|wszystko'
const data =
  'files?|data|documents?|folders?|orders?|records?|databases?|photos?|dateien|daten|dokumente|ordner|bestellungen|fichiers|données|documents|dossiers|commandes|archivos|ficheros|datos|documentos|carpetas|pedidos|arquivos|ficheiros|dados|pastas|file|dati|documenti|cartelle|ordini|bestanden|gegevens|documenten|mappen|pliki|dane|dokumenty|foldery|zamówienia'
const encrypted = String.raw`encrypted|verschlüsselt|chiffré\w*|cifrad\w*|encriptad\w*|criptograf\w*|cifrat\w*|criptat\w*|versleuteld|zaszyfrowan\w*`
const gone = String.raw`gone|deleted|erased|vanished|disappeared|wiped|lost|weg|verschwunden|gelöscht|disparu\w*|supprimé\w*|effacé\w*|desaparecid\w*|desaparecieron|borrad\w*|sumiram|desaparec\w*|apagad\w*|sparit\w*|scomparsi|scomparse|cancellat\w*|verdwenen|gewist|zniknęł\w*|usunięt\w*|skasowan\w*`

const lost = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}])(?:${all})\s+(?:\p{L}+\s+){0,3}?(?:\p{L}{0,15})(?:${data})\s+(?:\p{L}+\s+){0,6}?(?:${gone}|${encrypted})(?![\p{L}\p{N}])`,
    String.raw`(?<![\p{L}\p{N}])(?:${data})\s+(?:\p{L}+\s+){0,3}?(?:${all})\s+(?:${gone}|${encrypted})(?![\p{L}\p{N}])`,
    String.raw`(?<![\p{L}\p{N}])(?:my|our|your|ihre|vos|sus|seus|suas|vostri|uw|twoje|the|meine|unsere|die|mes|nos|les|mis|nuestros|los|meus|nossos|os|i miei|i nostri|i|mijn|onze|de|moje|nasze)\s+(?:${data})\s+(?:\p{L}+\s+){0,6}?(?:${encrypted})(?![\p{L}\p{N}])`,
    String.raw`(?:ファイル|データ)が(?:すべて|全て|全部)(?:消え|削除|暗号化|なくな)|(?:すべて|全て|全部)の?(?:ファイル|データ)[^。\n]{0,10}(?:消え|削除|暗号化|なくな)|(?:所有|全部)的?(?:文件|数据|资料|订单)[^。\n]{0,8}(?:没了|不见了|消失|被删|加密|丢失)`,
  ].join('|'),
  'iu',
)

/** What people encrypt themselves. */
const ownEncryption = /bitlocker|filevault|veracrypt|luks|7-?zip|\btls\b|\bpgp\b|s\/mime/i

/** Whether all files or data are gone or encrypted. */
export const lostAllData = (text: string): boolean => lost.test(text) && !ownEncryption.test(text)
