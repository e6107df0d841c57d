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
