/** When to expect an answer. @param minutes after filing; null: nobody knows, or it has an answer */
export const usualAnswerWords = (minutes: number | null): string | null =>
  minutes === null ? null : `Tickets like this usually get an answer within ${span(minutes)}.`

/** A time span as people say it, rounded up. */
function span(minutes: number): string {
  if (minutes <= 60) return 'an hour'
  if (minutes <= 24 * 60) return `${Math.ceil(minutes / 60)} hours`
  return `${Math.ceil(minutes / (24 * 60))} days`
}
