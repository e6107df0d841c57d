import { type Sentence, sentence } from '../../text/sentence.ts'

export const theDesk = sentence`The desk`

export const nameOr = (person: { name: string } | null | undefined, otherwise: Sentence) =>
  person ? sentence`${person.name}` : otherwise

export const somebody = sentence`Somebody`
