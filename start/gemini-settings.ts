import type { GeminiSettings } from '../core/triage/gemini/analyse-with-gemini.ts'

/** The Gemini that the desk asks now: the configured one, until the playground lets it have another. */
export function createGeminiSettings(configured: GeminiSettings | null) {
  let current = configured
  return {
    now: () => current,
    use(settings: GeminiSettings | null) {
      current = settings
    },
  }
}
