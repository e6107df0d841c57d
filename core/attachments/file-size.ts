const kilobyte = 1_024
const units = ['byte', 'kilobyte', 'megabyte'] as const

/** How large a file is: "482 kB". @param locale undefined: that of the reader's browser. Chats are in English */
export function fileSize(bytes: number, locale: string | undefined): string {
  const step = bytes < kilobyte ? 0 : bytes < kilobyte ** 2 ? 1 : 2
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[step],
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(bytes / kilobyte ** step)
}
