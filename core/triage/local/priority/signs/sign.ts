/** By language (ISO 639-1), to be read and added to; a ticket is searched for those of all languages. */
export type ByLanguage = Partial<
  Record<'en' | 'de' | 'fr' | 'es' | 'pt' | 'it' | 'nl' | 'pl' | 'ja' | 'zh', string>
>

/**
 * What a text says about impact (0: a wish, 3: the whole company) and urgency (0: any time, 3: now).
 * `calm` takes back what the same clause says about urgency; `over` means that nothing is left to do.
 */
export type Sign = {
  /** Separated by commas. “*” stands for any ending. */
  phrases: ByLanguage
  /** Words, of which one up to three words before a phrase gives it another meaning: “closes immediately”. */
  unlessAfter?: ByLanguage
  /** Words, of which one up to two words after a phrase gives it another meaning: “smoke detector”. */
  unlessBefore?: ByLanguage
  /** Words, of which one anywhere in the clause gives a phrase another meaning: “the website is blocked”. */
  unlessWith?: ByLanguage
  /** Words, of which the clause must have one for a phrase to count: “the account is blocked”. */
  onlyWith?: ByLanguage
  /** Whether it counts, too, when a screen says it: “account locked”. */
  mayBeQuoted?: true
  /** Whether it does not count when somebody only asks about it: “When is the next phishing test?” */
  unlessAsked?: true
  impact?: number
  urgency?: number
  kind?: 'calm' | 'over'
  reason: string
}

/** What was found in a text. */
export type Evidence = Pick<Sign, 'impact' | 'urgency' | 'kind' | 'reason'>
