import { type Reading, readings } from './read-reply.ts'

/** What a requester's reply to a resolved ticket means. `unsure`: it may be no more than a thank you. */
export type ReplyMeaning = 'thanks' | 'unsure' | 'news'

/** Longer replies say more than thanks. In characters, without signature. */
const maxThanks = 120
const maxUnsure = 400
/** How much may stay unexplained beside a thank you, in words. Without one: a single word. */
const maxUnknown = 2

const question = /[?？؟¿]/
/** A figure, an address or quoted code says something new. */
const fact = /\p{N}|https?:|www\.|[`#/\\]/u

/**
 * Tells a thank you from news. The reply is read word by word, in each language, and the language that explains most of it
 * counts. An objection, a question, a figure or a negation is news, and so is a reply that stays unexplained.
 * @param names of the people on the ticket: they may be thanked, or sign
 */
export function replyMeaning(body: string, names: readonly string[] = []): ReplyMeaning {
  if (body.length > 10 * maxUnsure) return 'news'
  const { text, smiles, frowns } = withoutEmoji(withoutSignature(body.trim()))
  if (text.length > maxUnsure || frowns || question.test(text) || fact.test(text.replace(inWords, '')))
    return 'news'
  const [best] = readings(text, names).toSorted(byUnknown)
  const meaning = best ? meaningOf(best, smiles) : 'news'
  return meaning === 'thanks' && text.length > maxThanks ? 'unsure' : meaning
}

/** The language with the fewest unknown words and names; of two, the one that finds an objection. */
const byUnknown = (a: Reading, b: Reading) =>
  a.unknown - b.unknown || a.names - b.names || b.against - a.against

/** “It works” is good news, but it may be about something new. */
function meaningOf({ thanks, glad, solved, against, unknown }: Reading, smiles: boolean): ReplyMeaning {
  if (against > 0) return 'news'
  if (unknown === 0) {
    if (thanks + glad > 0 || smiles) return 'thanks'
    return solved > 0 ? 'unsure' : 'news'
  }
  if (thanks > 0) return unknown <= maxUnknown ? 'unsure' : 'news'
  return glad + solved > 0 && unknown === 1 ? 'unsure' : 'news'
}

/** Figures that stand for words: "thanks 4 all", "24/7", "100 %". */
const inWords = /(?<![\p{L}\p{N}])(?:[42](?=\s+\p{L})|24\/7|\p{N}{1,4}\s*%|10\/10|o7)(?![\p{L}\p{N}])/giu

const signature = /\n(?:-- ?|_{3,}|-{3,})\n[\s\S]*$/
const sentFrom =
  /^(?:sent from|get outlook|von meinem|gesendet von|envoy[ée] (?:de|depuis)|enviado (?:desde|do)|inviato da|verzonden v|wys[łl]ane z).*$/gimu
/** Mail programs quote what is answered. */
const quoted = /^>.*$/gm
/** A telephone number, mail address or web page on a line of its own belongs to a signature. */
const contact =
  /\n[^\p{L}\n]*(?:(?:tel|phone|fon|telefon|mobile?|cell|fax|t|m|e-?mail|web)\b[^\p{L}\p{N}\n]*)?(?:[+(]?\p{N}[\p{N} ()/.-]{6,}|\S+@\S+\.\S+|(?:https?:\/\/|www\.)\S+)[^\S\n]*(?=\n|$)/giu

const withoutSignature = (text: string) =>
  [quoted, signature, sentFrom, contact]
    .reduce((left, part) => left.replace(part, ''), text.replaceAll('\r\n', '\n'))
    .trim()

const unhappy =
  /👎|😢|😭|😡|😠|🤬|😞|😟|😔|😕|🙁|☹|😤|😩|😫|😖|😣|🤔|❌|💔|⛔|🚫|⚠|🆘|💥|🐛|🤦|🙄|😒|😬|😱|❓|❔|:(?:-1|thumbs?_?down|cry|sob|rage|angry|disappointed\w*|confused|worried|thinking\w*|x|warning|sos|bug|boom|broken_heart|face_palm|facepalm|roll\w*eyes|unamused|slightly_frowning_face|white_frowning_face|no_entry\w*|question|tired_face|weary|grimacing|scream)(?:::skin-tone-\d)?:|[:;=]['’]?-?[([](?!\w)|:-?\//giu
/** Codes such as :+1: or :blob_thanks:, with a skin tone; emoji with everything that joins or colours them. */
const codes = /:[\w+'-]+(?:::skin-tone-\d)?:/gu
const pictures =
  /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0e|\ufe0f)+/gu
const faces = /(?<!\S)\+1(?!\S)|[:;=8]['’]?-?[)\]dp3]+(?!\w)|\^\^|<3+|\\o\/|\(y\)/giu

/** Takes the emoji out of a text, and says whether some were friendly, or some unhappy. */
function withoutEmoji(text: string) {
  const rest = [codes, pictures, faces].reduce((left, kind) => left.replace(kind, ' '), text)
  return { text: rest.trim(), smiles: rest !== text, frowns: text.search(unhappy) >= 0 }
}
