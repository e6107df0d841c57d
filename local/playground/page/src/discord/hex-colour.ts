/** Discord's colour number as CSS. Undefined: none was given. */
export const hexColour = (colour: number | null | undefined): string | undefined =>
  colour === null || colour === undefined ? undefined : `#${colour.toString(16).padStart(6, '0')}`
