const names = new Intl.DisplayNames('en', { type: 'language' })

/** @param code ISO 639-1 @returns e.g. "German" */
export const languageName = (code: string) => names.of(code) ?? code
