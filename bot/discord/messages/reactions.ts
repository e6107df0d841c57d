/** The bot reacts to a message once it is handled. A message with one of these reactions is not handled again. */
export const sentReaction = '✅'
export const notSentReaction = '❌'
