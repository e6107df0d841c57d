const maxLength = 20_000

/**
 * Whether the receiving mail server has authenticated the author's domain (RFC 8601): by DMARC, or, where it doesn't check
 * that, by a DKIM signature of the same domain. Only the topmost result of that server counts. It removes forged ones of
 * its own name, but they would stand below in any case.
 * @param results the values of Authentication-Results, the topmost first @param authservId name of the server
 */
export function isAuthenticated(results: readonly string[], authservId: string, from: string): boolean {
  const methods = results.map(methodsOf).find(([server]) => server === authservId.toLowerCase())
  const domain = from.slice(from.lastIndexOf('@') + 1).toLowerCase()
  if (!methods || !domain) return false
  const dmarc = methods.find((method) => /^dmarc\s*=/.test(method))
  if (dmarc) return /^dmarc\s*=\s*pass\b/.test(dmarc)
  return methods.some((method) => /^dkim\s*=\s*pass\b/.test(method) && isAligned(method, domain))
}

/** The server, and then what each method found, without comments. */
function methodsOf(result: string): string[] {
  const [server = '', ...methods] = withoutComments(result.slice(0, maxLength))
    .toLowerCase()
    .split(';')
    .map((part) => part.trim())
  return [server.split(/\s/)[0] ?? '', ...methods]
}

function withoutComments(text: string): string {
  let depth = 0
  let kept = ''
  for (const sign of text) {
    if (sign === '(') depth++
    else if (sign === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0) kept += sign
  }
  return kept
}

/** A domain may sign for its subdomains (RFC 7489, 3.1.1), but no top-level domain for all of its own. */
function isAligned(method: string, domain: string): boolean {
  const signer = /\bheader\.d\s*=\s*"?([a-z0-9.-]+)/.exec(method)?.[1] ?? ''
  return signer.includes('.') && (domain === signer || domain.endsWith(`.${signer}`))
}
