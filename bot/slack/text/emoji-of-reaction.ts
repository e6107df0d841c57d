import { findEmoji } from '../../../core/rich-text/emoji.ts'

/** The characters of a reaction. Undefined: it exists only on this workspace. @param reaction e.g. "tada" or "wave::skin-tone-3" */
export function emojiOfReaction(reaction: string): string | undefined {
  const [name = '', tone] = reaction.split('::skin-tone-')
  return findEmoji(name, Number(tone))
}
