const greetings = [
  'hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening|day)',
  'hallo|guten (?:tag|morgen|abend)|moin|servus|grüß gott|liebe[rs]?|sehr geehrte\\S*|werte[rs]?',
  'bonjour|bonsoir|salut|madame|monsieur|hola|buen[oa]s(?: días| tardes| noches)?|estimad\\S*|olá|oi|bom dia|boa (?:tarde|noite)|prezad\\S*',
  'ciao|buongiorno|buonasera|salve|gentil[ei]|beste|geachte|hoi|goede(?:morgen|middag|navond|ndag)|dzień dobry|cześć|witam|szanown\\S*',
]
const closings = [
  'thanks|thank you|many thanks|thx|cheers|best|best regards|best wishes|kind regards|warm regards|regards|sincerely|yours',
  'danke|vielen dank|besten dank|(?:mit )?(?:freundlichen|besten|lieben|herzlichen|vielen) grüßen|(?:viele|beste|liebe|schöne|freundliche) grüße|gruß|lg|vg|mfg',
  'merci|cordialement|bien cordialement|bien à vous|gracias|(?:un )?(?:cordial )?saludos?|atentamente|obrigad[oa]|atenciosamente|cumprimentos|abraços',
  'grazie|cordiali saluti|distinti saluti|saluti|bedankt|(?:met )?vriendelijke groet(?:en)?|groet(?:en|jes)?|dziękuję|pozdrawiam|z poważaniem',
]
const name = String.raw`[\p{L}\p{Extended_Pictographic}.'’-]+\uFE0F?`
/** With a sign after them, three words may be whom it greets. Without one, it may be a sentence: “Hello world app crashes”. */
const names = String.raw`(?:[\s,!.]+(?:${name}[\s,!]*){0,2}|[\s,!.]+(?:${name}\s*){0,3}[,!])?\.?`

const greeting = new RegExp(`^(?:${greetings.join('|')})${names}[:。、，]?$`, 'iu')
const startingGreeting = new RegExp(
  String.raw`^(?:(?:${greetings.join('|')})(?:\s+${name}){0,4}\s*[,!:]\s*|(?:いつも)?(?:您好|你好|大家好|こんにちは|お疲れ様です|お世話になっております)[，,、。！!：\s]*)`,
  'iu',
)
const closing = new RegExp(
  `^(?:(?:${closings.join('|')})${names}|(?:以上、?)?よろしくお願い.{0,12}|以上です?。?|(?:多)?谢谢.{0,4}|此致.{0,4})$`,
  'iu',
)

/** What people write around what is the matter, in the desk's ten languages. */
const filler = new RegExp(
  `^(?:${[
    'i hope (?:you|this|everyone|all)\\b.*|hope (?:you|this|all)\\b.*|(?:can|could|would) (?:you|someone|anyone|anybody)(?: please)? help(?: me| us)?(?: with this| here)?|i (?:have|got) (?:a|an|the following) (?:problem|question|issue|request)|(?:i need (?:some )?|please )?help(?: me| us)?(?: please)?|(?:please )?(?:see|find) (?:the |below|attached|my )?\\s?(?:attachment|attached|screenshot|below|picture)\\S*.{0,30}|let me know.*|any help (?:is|would).*|(?:thanks|thank you) in advance.*|sent from my.*|get outlook for.*|sorry (?:to|for) (?:bother|disturb|the)\\b.{0,40}|following up on my.{0,30}|\\[?external\\]?\\b.{0,80}outside.*',
    'ich hoffe,? (?:es|ihr|sie)\\b.*|(?:können|könnt|könnten|kann|könnte) (?:sie|ihr|jemand)(?: mir| uns)?(?: bitte)? (?:weiter)?helfen|ich habe (?:ein|eine|folgendes|folgende) (?:problem|frage|anliegen|bitte)|(?:ich brauche|ich benötige|bitte um) hilfe|siehe (?:anhang|screenshot|bild|unten)|(?:anbei|im anhang) (?:der |ein )?screenshot|(?:vielen )?dank im voraus|gesendet von .*|von meinem \\S+ gesendet',
    "j[’']espère que.*|pouvez-vous m[’']aider|j[’']ai (?:un problème|une question|un souci)|(?:voir |en )?pièce jointe|voir ci-joint|merci d[’']avance|envoyé de(?:puis)? mon.*",
    'espero que.*|(?:me |nos )?(?:puede[ns]?|podrían?) ayudar(?:me|nos)?|tengo (?:un problema|una (?:duda|pregunta|consulta))|ver adjunto|gracias de antemano|enviado desde mi.*|(?:vocês )?pode[m]? me ajudar|tenho (?:um problema|uma (?:dúvida|pergunta))|segue em anexo|obrigad[oa] desde já|enviado do meu.*',
    'spero che.*|(?:potete|può|potreste) aiutarmi|ho (?:un problema|una domanda)|vedi allegato|grazie in anticipo|inviato da.*|ik hoop dat.*|(?:kunnen|kunt) (?:jullie|u)(?: mij| me)? helpen|ik heb een (?:probleem|vraag)|zie (?:de )?bijlage|alvast bedankt|verzonden vanaf.*',
    '(?:mam nadzieję).*|(?:czy )?(?:możecie|może ktoś)(?: mi)? pomóc|mam (?:problem|pytanie)|w załączniku.{0,20}|z góry dziękuję|wysłane z.*',
    '(?:いつも)?(?:お疲れ様です|お世話になっております)|\\S{1,12}部の\\S{1,8}(?:です|と申します)|助けてください|よろしくお願い\\S*|添付\\S{0,12}|请帮忙|麻烦\\S{0,8}|见附件|请见附件',
  ].join('|')})[\\s.!?…。！？:]*$`,
  'iu',
)
const disclaimer =
  /^(?:this|the|diese|ce|este|esta|questa|deze|ta) (?:e-?mail|message|nachricht|courriel|correo|mensaje|mensagem|messaggio|bericht|wiadomość)\b.{0,80}(?:confidential|privileged|vertraulich|confidentiel|confidencial|riservat|vertrouwelijk|poufn)/iu

export const isGreeting = (line: string) => greeting.test(line)
export const isClosing = (line: string) => closing.test(line)
export const isFiller = (sentence: string) => filler.test(sentence)
export const isDisclaimer = (line: string) => disclaimer.test(line)
/** “Hi team, the printer is broken” without “Hi team,”. */
export const withoutGreeting = (line: string) => line.replace(startingGreeting, '')
