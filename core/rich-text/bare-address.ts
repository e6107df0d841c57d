/** An address that some program may turn into a link, also with full-width signs or another scheme. */
export const bareAddress = /(?:[a-z][a-z\d+.-]{0,19}[:：][/／]{2}|\bwww\.)\S+/giu

/**
 * Invisible characters, for example in the middle of an address, and control characters. Emoji and Persian need the
 * joiners, so those stay.
 */
export const invisible = /[^\P{Cc}\s]|[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
