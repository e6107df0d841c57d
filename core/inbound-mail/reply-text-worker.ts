import { replyText } from './reply-text.ts'

/** Runs in a worker thread. */
export default (text: string): string => replyText(text)
