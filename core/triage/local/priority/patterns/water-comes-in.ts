const water = 'water|wasser|eau|agua|água|acqua|woda|wody'
const place = String.raw`ceiling|roof|racks?|servers?|server room|sockets?|fuse\p{L}*|switchboard|decke|dach|steckdose\p{L}*|sicherung\p{L}*|serverraum|serverschrank|plafond|toit|serveurs?|prise|tableau électrique|techo|servidor\p{L}*|enchufe\p{L}*|cuadro eléctrico|teto|tomada\p{L}*|quadro elétrico|soffitto|presa|quadro elettrico|dak|stopcontact\p{L}*|meterkast|sufit\p{L}*|serwer\p{L}*|gniazdk\p{L}*`

const wet = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${water})\s+(?:\p{L}+['’\s]+){1,6}?(?:${place})(?![\p{L}\p{N}])|(?:es )?(?:tropft|drips?|dripping|gotea|gocciola|druppelt|kapie)\s+(?:\p{L}+\s+){0,6}?(?:${place})|(?:天井|サーバー?|配電盤)[^。\n]{0,8}水|水[^。\n]{0,8}(?:天井|サーバ|配電盤)|(?:天花板|服务器|机房|配电)[^。\n]{0,8}水|水[^。\n]{0,8}(?:天花板|服务器|机房|配电)`,
  'iu',
)

/** Whether water comes through a ceiling, or near servers and power. */
export const waterComesIn = (text: string): boolean => wet.test(text)
