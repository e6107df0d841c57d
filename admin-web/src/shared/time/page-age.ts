/** Milliseconds since the browser began to open the page. Only one of the clocks runs on while the computer sleeps. */
export const pageAgeMs = () => Math.max(performance.now(), Date.now() - performance.timeOrigin)
