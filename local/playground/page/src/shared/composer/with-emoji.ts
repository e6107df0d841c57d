import { emojiNamed } from '../../../../../slack/emoji-codes.ts'

/** `:eyes:` as the emoji of this name, which Discord's client sends in its place. */
export const withEmoji = (text: string) =>
  text.replace(/(?<![\w:<]):([\w+-]+):(?!\w)/g, (typed, name: string) => emojiNamed(name) ?? typed)
