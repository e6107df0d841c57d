/** The bot's reactions to handled messages. A message that has one is not handled again. */
export const sentReaction = '✅'
export const notSentReaction = '❌'
