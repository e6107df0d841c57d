/** Plain HTTP is fine where it does not leave the machine: the loopback names and addresses of RFC 6761 and RFC 1122. */
export function isPrivateTransport(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)
}
