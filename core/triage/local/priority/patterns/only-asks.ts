import { asksForWork, trouble } from './requests.ts'

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

const something =
  /(?<![\p{L}\p{N}])(?:this|these|that mail|i (?:got|received|have)|diese[rsmn]?|ich habe|cet|cette|ce mail|j['’]ai reçu|est[aeo]s?|he recibido|me llegó|ess[ae]|recebi|quest[aoei]|ho ricevuto|deze|dit|ik heb|t[aeo]n|otrzymał\w*|dostał\w*)(?![\p{L}\p{N}])|この|これ|届い|这|那封|收到/iu

/** Whether a text only asks, and about nothing that is before the person: “Is this mail phishing?” is about something. */
export const asksInGeneral = (text: string): boolean => onlyAsks(text) && !something.test(text)
