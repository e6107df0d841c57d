/** Reactions by which the bot says what became of a message. A message that has one needs no second look. */
export const sent = '✅'
export const notSent = '❌'
