/** Parts of a company, in ten languages. A word may go on: “compan” is in “companies”. */
const units =
  'compan|office|team|floor|department|building|branch|site|plant|warehouse|store|shop|school|hospital|ward|shift|staff|crew|division|sales|accounting|finance|marketing|support|call cent|production|logistics|purchasing|abteilung|büro|firma|betrieb|belegschaft|etage|stockwerk|flur|filiale|standort|gebäude|werk|halle|lager|einkauf|vertrieb|buchhaltung|personal|kundendienst|logistik|produktion|schicht|schule|klinik|équipe|service|entreprise|société|bureau|étage|bâtiment|agence|magasin|site|usine|entrepôt|comptabilité|oficina|equipo|departamento|empresa|planta|edificio|sucursal|tienda|almacén|fábrica|contabilidad|plantilla|sede|escritório|equip[ea]|setor|sector|andar|prédio|filial|loja|armazém|contabilidade|ufficio|reparto|azienda|piano|edificio|filiale|negozio|magazzino|fabbrica|contabilità|kantoor|afdeling|bedrijf|verdieping|gebouw|vestiging|winkel|magazijn|fabriek|boekhouding|biur|dział|firm|zespół|piętr|budyn|oddział|sklep|magazyn|zakład|hal|księgowoś'
const wholeBefore =
  "whole|entire|all of the|all of our|ganze[nrsm]?|gesamte[nrsm]?|komplette[nrsm]?|tout le|toute la|toute l['’]|tout l['’]|toute notre|tout notre|l['’]ensemble du|l['’]ensemble de la|todo el|toda la|todo nuestro|toda nuestra|tod[oa] [oa]|tutto il|tutta la|tutto l['’]|tutta l['’]|tutto lo|l['’]inter[oa]|hele|gehele|heel de|heel het|cał[ayeą]|całe(?:go|j|mu)|całym"
const wholeAfter = 'enti[eè]re?|au complet|au grand complet|enter[oa]|complet[oa]|inteir[oa]|intero|intera'

const wholeUnit = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}])(?:${wholeBefore})(?:\s+|(?<=['’]))(?:[\p{L}\p{N}]+\s+){0,2}?(?:${units})`,
    String.raw`(?<![\p{L}\p{N}])(?:${units})\p{L}*\s+(?:\p{L}+\s+){0,3}?(?:${wholeAfter})(?![\p{L}\p{N}])`,
    String.raw`(?<![\p{L}\p{N}])all (?:\p{L}+ |\d+ )?of us(?![\p{L}\p{N}])`,
    String.raw`(?:課|部|部署|部門|チーム|フロア|店舗|事務所|オフィス|会社|支店|工場)(?:の)?(?:全体|全員|みんな|一同)|[\d一二三四五六七八九十]+[人名](?:とも|全員)|全(?:課|部署|店|社|支店|フロア)`,
    '(?:整个|全|所有)(?:部门|部|团队|公司|办公室|楼层|车间|仓库|门店|分公司|科室|组|厂|校|院|层|楼)|(?:部门|部|团队|公司|办公室|车间|仓库|门店|科室|组)(?:的)?(?:所有人|全部|全体|都)',
  ].join('|'),
  'iu',
)

/** Whether a text speaks of a whole team, floor or company. */
export const namesWholeUnit = (text: string): boolean => wholeUnit.test(text)
