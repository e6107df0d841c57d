import type { GeminiSettings } from '../core/triage/gemini/analyse-with-gemini.ts'
import { createGeminiCircuit } from '../core/triage/gemini/circuit.ts'

/** The Gemini that the desk asks now: the configured one, until the playground lets it have another. */
export function createGeminiSettings(configured: GeminiSettings | null) {
  let current = withCircuit(configured)
  return {
    now: () => current,
    use(settings: GeminiSettings | null) {
      current = withCircuit(settings)
    },
  }
}

const withCircuit = (settings: GeminiSettings | null) =>
  settings && { ...settings, circuit: createGeminiCircuit() }
