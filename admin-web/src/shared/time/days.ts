/** When a day starts in the reader's time zone, as ISO 8601. @param day `2026-11-23` */
export const startOfDay = (day: string) => new Date(`${day}T00:00`).toISOString()

/** When the next day starts. */
export function endOfDay(day: string) {
  const next = new Date(`${day}T00:00`)
  next.setDate(next.getDate() + 1)
  return next.toISOString()
}

export const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00`))

const words = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })

/** "23 Nov 2026", as the reader's browser writes dates. */
export const dayWords = (day: string) => words.format(new Date(`${day}T00:00`))
