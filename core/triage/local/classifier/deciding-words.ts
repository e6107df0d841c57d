import { featureOfWord } from '../features/count-features.ts'
import { wordsOf } from '../features/words.ts'
import type { Classifier } from './train-classifier.ts'

const maxWords = 3
/** Shorter words and syllables connect others. */
const canTell =
  /^(?:[\p{Script=Han}\p{Script=Katakana}]{2}|(?!.*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]).{4,})$/u
/** Words that one text of fifty has say little by themselves. */
const minRarity = Math.log(50) + 1

/** @returns the words of a text that speak most for a class, in the order of the text, three at most */
export const decidingWords =
  ({ classes, vocabulary: { numbers, weights: rarity }, weights }: Classifier) =>
  (text: string, label: number): string[] => {
    const gainOf = (word: string) => {
      const number = numbers[featureOfWord(word)] ?? -1
      if (number < 0 || (rarity[number] ?? 0) < minRarity) return 0
      const scores = weights.subarray(number * classes, (number + 1) * classes)
      const others = scores.reduce((sum, score) => sum + score, 0) - (scores[label] ?? 0)
      return (rarity[number] ?? 0) * ((scores[label] ?? 0) - others / (classes - 1))
    }
    const words = [...new Set(wordsOf(text))].filter((word) => canTell.test(word))
    const best = words.toSorted((a, b) => gainOf(b) - gainOf(a)).slice(0, maxWords)
    return words.filter((word) => best.includes(word) && gainOf(word) > 0)
  }
