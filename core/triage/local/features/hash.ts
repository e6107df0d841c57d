/**
 * MurmurHash3 (x86, 32 bits, by Austin Appleby, public domain) of the UTF-16 code units of `text`.
 * @param start index of the first code unit @param end index after the last
 * @returns an unsigned 32-bit integer
 */
export function hash(text: string, seed = 0, start = 0, end = text.length): number {
  let h = seed
  let at = start
  for (; at + 1 < end; at += 2) h = mixed(h, text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16))
  if (at < end) h ^= scrambled(text.charCodeAt(at))
  return finished(h ^ ((end - start) * 2))
}

function scrambled(block: number) {
  const k = Math.imul(block, 0xcc9e2d51)
  return Math.imul((k << 15) | (k >>> 17), 0x1b873593)
}

function mixed(h: number, block: number) {
  const k = h ^ scrambled(block)
  return (Math.imul((k << 13) | (k >>> 19), 5) + 0xe6546b64) | 0
}

/** Spreads each bit over all others, so that the lowest bits alone are a good hash, too. */
function finished(last: number) {
  let h = last
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
